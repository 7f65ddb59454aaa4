package io.countersign.gateway.web.challenge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a person goes after signing in or stepping up: to the page that they asked for. The link
 * may come from anyone, so it leads only to pages of our own.
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

    /** Keeps it with the session if it is a page of ours; otherwise removes what was kept. */
    public static void keep(HttpServletRequest request, String path) {
        HttpSession session = request.getSession();
        ours(path)
                .ifPresentOrElse(
                        way -> session.setAttribute(ATTRIBUTE, way),
                        () -> session.removeAttribute(ATTRIBUTE));
    }

    /** Returns it once; the Security page if none is kept. */
    public static String take(HttpServletRequest request) {
        HttpSession session = request.getSession();
        Object way = session.getAttribute(ATTRIBUTE);
        session.removeAttribute(ATTRIBUTE);
        return way instanceof String path ? path : SECURITY;
    }
}
