package io.countersign.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Answers who may not: a stranger who asks for a page is led to the sign-in, and who has to set a
 * second factor up to where they can; everybody else hears 401 or 403, as problem details where it
 * is the API.
 */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (asksForPage(request)) {
            response.sendRedirect("/sign-in");
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        RefusalReason reason = reason(cause);
        if (reason == RefusalReason.SECOND_FACTOR_TO_SET_UP && asksForPage(request)) {
            response.sendRedirect("/set-up");
            return;
        }
        request.setAttribute(RefusalReason.class.getName(), reason);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private static RefusalReason reason(AccessDeniedException cause) {
        if (cause instanceof CsrfException) {
            return RefusalReason.FORGED_OR_OUTDATED_FORM;
        }
        Authentication visitor = SecurityContextHolder.getContext().getAuthentication();
        if (visitor != null && Factors.setsSecondUp(visitor)) {
            return RefusalReason.SECOND_FACTOR_TO_SET_UP;
        }
        return visitor != null && Factors.awaitsSecond(visitor)
                ? RefusalReason.SECOND_FACTOR_MISSING
                : RefusalReason.NOT_ALLOWED;
    }

    private static boolean asksForPage(HttpServletRequest request) {
        return request.getMethod().equals("GET") && !request.getRequestURI().startsWith("/api/");
    }
}
