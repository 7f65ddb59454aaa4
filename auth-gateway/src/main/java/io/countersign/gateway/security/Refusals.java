package io.countersign.gateway.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.gateway.session.ProvenFactors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * Answers callers without access: a stranger who asks for a page is sent to the sign-in page, a
 * person who has to set up a second factor to the page for that, and a person who has to give one
 * again to the page that asks for it. All others get 401 or 403, with problem details from the API.
 */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (asksForPage(request)) {
            response.sendRedirect(
                    askedFor(request).map(then -> "/sign-in?then=" + then).orElse("/sign-in"));
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        RefusalReason reason = reason(request, cause);
        if (reason == RefusalReason.SECOND_FACTOR_TO_SET_UP && asksForPage(request)) {
            response.sendRedirect("/set-up");
            return;
        }
        if (reason == RefusalReason.SECOND_FACTOR_TOO_OLD && !isApi(request)) {
            // A path of our own that leads to a page.
            response.sendRedirect("/step-up?then=" + itself(request));
            return;
        }
        request.setAttribute(RefusalReason.class.getName(), reason);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    /** The start page leads to the Security page anyway. */
    private static Optional<String> askedFor(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/security/")
                ? Optional.of(itself(request))
                : Optional.empty();
    }

    /** The value of a parameter; it is checked where it is followed. */
    private static String itself(HttpServletRequest request) {
        String query = request.getMethod().equals("GET") ? request.getQueryString() : null;
        String page = request.getRequestURI() + (query == null ? "" : "?" + query);
        return UriUtils.encodeQueryParam(page, UTF_8);
    }

    private static RefusalReason reason(HttpServletRequest request, AccessDeniedException cause) {
        if (cause instanceof CsrfException) {
            return cause instanceof MissingCsrfTokenException && !sendsOurCookies(request)
                    ? RefusalReason.COOKIES_MISSING
                    : RefusalReason.FORGED_OR_OUTDATED_FORM;
        }
        if (cause instanceof AuthorizationDeniedException denied
                && denied.getAuthorizationResult() instanceof FactorAuthorizationDecision) {
            return RefusalReason.SECOND_FACTOR_TOO_OLD;
        }
        Authentication visitor = SecurityContextHolder.getContext().getAuthentication();
        if (visitor != null && ProvenFactors.setsSecondUp(visitor)) {
            return RefusalReason.SECOND_FACTOR_TO_SET_UP;
        }
        return visitor != null && ProvenFactors.awaitsSecond(visitor)
                ? RefusalReason.SECOND_FACTOR_MISSING
                : RefusalReason.NOT_ALLOWED;
    }

    private static boolean sendsOurCookies(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .anyMatch(cookie -> cookie.getName().startsWith("__Host-countersign"));
    }

    private static boolean asksForPage(HttpServletRequest request) {
        return request.getMethod().equals("GET") && !isApi(request);
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getServletPath().startsWith("/api/");
    }
}
