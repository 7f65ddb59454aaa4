package io.countersign.gateway.web.authenticator;

import io.countersign.gateway.web.security.SecurityPart;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.totp.Authenticators;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The authenticator apps. */
@Component
class AuthenticatorsPart implements SecurityPart {

    private final Authenticators authenticators;

    AuthenticatorsPart(Authenticators authenticators) {
        this.authenticators = authenticators;
    }

    @Override
    public void show(SignedIn who, HttpServletRequest request, Model model) {
        model.addAttribute("authenticators", authenticators.of(who.account()));
    }
}
