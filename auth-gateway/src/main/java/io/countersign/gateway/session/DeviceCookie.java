package io.countersign.gateway.session;

import io.countersign.gateway.signin.KnownDevices;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * By what a device shows that it has signed in before. It opens nothing: it only has the device's
 * tries at a password counted apart from everybody else's.
 */
@Component
public class DeviceCookie {

    private static final String NAME = "__Host-countersign-device";

    private final KnownDevices devices;

    DeviceCookie(KnownDevices devices) {
        this.devices = devices;
    }

    /** The token that the request shows. */
    public static Optional<String> of(HttpServletRequest request) {
        Cookie[] cookies = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Gives the device a new token in place of the one it showed. */
    void renew(UUID account, HttpServletRequest request, HttpServletResponse response) {
        String token = devices.renew(account, of(request));
        ResponseCookie cookie =
                ResponseCookie.from(NAME, token)
                        .path("/")
                        .secure(true)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(KnownDevices.REMEMBERED)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
