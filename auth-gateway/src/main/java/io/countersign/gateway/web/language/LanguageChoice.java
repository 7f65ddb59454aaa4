package io.countersign.gateway.web.language;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/** The language that a person chose by a link with {@code ?lang=}, kept in a cookie for a year. */
final class LanguageChoice implements HandlerInterceptor {

    private static final String COOKIE = "__Host-countersign-language";
    private static final Duration KEPT = Duration.ofDays(365);

    /** The choice in this request, else the earlier choice. */
    static Optional<Locale> of(HttpServletRequest request) {
        return chosenNow(request).or(() -> Languages.named(cookie(request)));
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        chosenNow(request)
                .ifPresent(
                        language ->
                                response.addHeader(
                                        HttpHeaders.SET_COOKIE, cookie(language).toString()));
        return true;
    }

    /** In links only: a form's body may be too large to read, also while that error is shown. */
    private static Optional<Locale> chosenNow(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                        && request.getMethod().equals("GET")
                ? Languages.named(request.getParameter("lang"))
                : Optional.empty();
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? null : cookie.getValue();
    }

    private static ResponseCookie cookie(Locale language) {
        return ResponseCookie.from(COOKIE, language.getLanguage())
                .path("/")
                .maxAge(KEPT)
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .build();
    }
}
