package io.countersign.gateway.web;

import io.countersign.gateway.session.DeviceCookie;
import io.countersign.gateway.signin.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** Reads from a request where it comes from. */
public final class Origins {

    private Origins() {}

    public static Origin of(HttpServletRequest request) {
        String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        return new Origin(request.getRemoteAddr(), agent, DeviceCookie.of(request));
    }
}
