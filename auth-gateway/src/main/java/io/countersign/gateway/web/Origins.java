package io.countersign.gateway.web;

import io.countersign.gateway.signin.Origin;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Reads from a request where it comes from. */
public final class Origins {

    static final String DEVICE_COOKIE = "__Host-countersign-device";

    private Origins() {}

    public static Origin of(HttpServletRequest request) {
        String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        return new Origin(request.getRemoteAddr(), agent, device(request));
    }

    private static Optional<String> device(HttpServletRequest request) {
        Cookie[] cookies = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(DEVICE_COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }
}
