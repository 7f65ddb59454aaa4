package io.countersign.gateway.web.authenticator;

import io.countersign.gateway.web.banner.Tone;
import io.countersign.gateway.web.security.SecurityPart;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.totp.Authenticators;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The authenticator apps. */
@Component
@Order(10)
class AuthenticatorsPart implements SecurityPart {

    private final Authenticators authenticators;

    AuthenticatorsPart(Authenticators authenticators) {
        this.authenticators = authenticators;
    }

    @Override
    public void show(SignedIn who, HttpServletRequest request, Model model) {
        model.addAttribute("authenticators", authenticators.of(who.account()));
    }

    @Override
    public String panel() {
        return "authenticators";
    }

    @Override
    public Map<String, Tone> banners() {
        return Map.of("authenticator-added", Tone.GOOD);
    }

    @Override
    public boolean setsUp(AccountId account) {
        return true;
    }
}
