package io.countersign.gateway.session;

import io.countersign.gateway.signin.KnownDevices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * By what a device shows that it has signed in before. It opens nothing: it only has the device's
 * tries at a password counted apart from everybody else's.
 */
@Component
public class DeviceCookie {

    private static final HostCookie COOKIE = new HostCookie("__Host-countersign-device", "Lax");

    private final KnownDevices devices;

    DeviceCookie(KnownDevices devices) {
        this.devices = devices;
    }

    /** The token that the request shows. */
    public static Optional<String> of(HttpServletRequest request) {
        return COOKIE.of(request);
    }

    /** Gives the device a new token in place of the one it showed. */
    void renew(UUID account, HttpServletRequest request, HttpServletResponse response) {
        String token = devices.renew(account, of(request));
        COOKIE.set(token, KnownDevices.REMEMBERED, response);
    }
}
