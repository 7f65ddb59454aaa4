package io.countersign.gateway.web.security;

import io.countersign.identity.caller.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;

/** A part of the Security page; each kind of factor has its own. */
@FunctionalInterface
public interface SecurityPart {

    /** Adds what its part of the template shows. */
    void show(SignedIn who, HttpServletRequest request, Model model);
}
