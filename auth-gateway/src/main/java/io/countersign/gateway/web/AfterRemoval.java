package io.countersign.gateway.web;

import jakarta.servlet.http.HttpServletRequest;

/** Where somebody goes on who has removed a factor. */
public final class AfterRemoval {

    private AfterRemoval() {}

    /**
     * To the sign-in where the session ended with it, which the person was warned of.
     *
     * @param otherwise where to while it goes on
     */
    public static String leadsTo(HttpServletRequest request, String otherwise) {
        boolean over = request.getSession(false) == null;
        return "redirect:" + (over ? "/sign-in?set-up-again" : otherwise);
    }
}
