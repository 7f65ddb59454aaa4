package io.countersign.gateway.web.challenge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.regex.Pattern;

/** Where somebody goes on who has stepped up: to the page that asked for it. */
final class WayBack {

    private static final String ATTRIBUTE = WayBack.class.getName();
    private static final String SECURITY = "/security";
    private static final Pattern OURS = Pattern.compile("/security(/[A-Za-z0-9-]+)*");

    private WayBack() {}

    /**
     * Keeps it with the session.
     *
     * @param path the Security page where it is none of ours
     */
    static void keep(HttpServletRequest request, String path) {
        request.getSession().setAttribute(ATTRIBUTE, ours(path));
    }

    /** The Security page where it is none of ours. */
    static String ours(String path) {
        return OURS.matcher(path).matches() ? path : SECURITY;
    }

    /** Gives it once. */
    static String take(HttpServletRequest request) {
        HttpSession session = request.getSession();
        Object way = session.getAttribute(ATTRIBUTE);
        session.removeAttribute(ATTRIBUTE);
        return way instanceof String path ? path : SECURITY;
    }
}
