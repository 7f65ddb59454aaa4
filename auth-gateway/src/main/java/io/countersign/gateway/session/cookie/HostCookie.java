package io.countersign.gateway.session.cookie;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * A cookie for this host only, over HTTPS only and out of reach of scripts.
 *
 * @param name begins with {@code __Host-}
 * @param sameSite {@code Lax} or {@code Strict}
 */
record HostCookie(String name, String sameSite) {

    /** What the request shows. */
    Optional<String> of(HttpServletRequest request) {
        Cookie[] cookies = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Has the browser keep a new value in place of the old one. */
    void set(String value, Duration maxAge, HttpServletResponse response) {
        ResponseCookie cookie =
                ResponseCookie.from(name, value)
                        .path("/")
                        .secure(true)
                        .httpOnly(true)
                        .sameSite(sameSite)
                        .maxAge(maxAge)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
