package io.countersign.gateway.session.cookie;

import io.countersign.identity.attempt.RandomToken;
import io.countersign.identity.remembered.DevicePass;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Shows that a device is a remembered one. */
public final class RememberedCookie {

    private static final HostCookie COOKIE =
            new HostCookie("__Host-countersign-remembered", "Strict");

    private RememberedCookie() {}

    /** The token that the request shows, valid or not. */
    public static Optional<RandomToken> of(HttpServletRequest request) {
        return COOKIE.of(request).map(RandomToken::new);
    }

    public static void set(DevicePass pass, HttpServletResponse response) {
        COOKIE.set(pass.token().value(), pass.worth(), response);
    }
}
