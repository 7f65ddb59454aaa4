package io.countersign.gateway.web.challenge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where somebody goes on who has signed in or stepped up: to the page that they asked for. Only to
 * pages of our own, whoever wrote the link.
 */
public final class WayBack {

    private static final String ATTRIBUTE = WayBack.class.getName();
    private static final String SECURITY = "/security";
    private static final Pattern OURS =
            Pattern.compile("/security(/[A-Za-z0-9-]+)*(\\?[A-Za-z0-9=&_-]+)?");

    private WayBack() {}

    /** The same where it is a page of ours. */
    public static Optional<String> ours(String path) {
        return Optional.of(path).filter(candidate -> OURS.matcher(candidate).matches());
    }

    /** Keeps it with the session where it is a page of ours; else there is none any more. */
    public static void keep(HttpServletRequest request, String path) {
        HttpSession session = request.getSession();
        ours(path)
                .ifPresentOrElse(
                        way -> session.setAttribute(ATTRIBUTE, way),
                        () -> session.removeAttribute(ATTRIBUTE));
    }

    /** Gives it once; the Security page where none is kept. */
    public static String take(HttpServletRequest request) {
        HttpSession session = request.getSession();
        Object way = session.getAttribute(ATTRIBUTE);
        session.removeAttribute(ATTRIBUTE);
        return way instanceof String path ? path : SECURITY;
    }
}
