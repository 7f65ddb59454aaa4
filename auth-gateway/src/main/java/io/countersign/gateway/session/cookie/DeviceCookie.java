package io.countersign.gateway.session.cookie;

import io.countersign.identity.attempt.KnownDevices;
import io.countersign.identity.attempt.RandomToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * Shows that a device has signed in before. It opens nothing: it only has the device's password
 * tries counted separately from those of all others.
 */
public final class DeviceCookie {

    private static final HostCookie COOKIE = new HostCookie("__Host-countersign-device", "Lax");

    private DeviceCookie() {}

    /** The token that the request shows. */
    public static Optional<String> of(HttpServletRequest request) {
        return COOKIE.of(request);
    }

    public static void set(RandomToken token, HttpServletResponse response) {
        COOKIE.set(token.value(), KnownDevices.REMEMBERED, response);
    }
}
