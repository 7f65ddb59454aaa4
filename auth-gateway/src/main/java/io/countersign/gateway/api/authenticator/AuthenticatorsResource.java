package io.countersign.gateway.api.authenticator;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.totp.Authenticators;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The authenticators of the signed-in person. */
@RestController
class AuthenticatorsResource {

    private final Authenticators authenticators;

    AuthenticatorsResource(Authenticators authenticators) {
        this.authenticators = authenticators;
    }

    /** The one used last first. */
    @OpenTo(Access.SIGNED_IN)
    @GetMapping("/api/v1/authenticators")
    List<AuthenticatorView> authenticators(SignedIn who) {
        return authenticators.of(who.account()).stream().map(AuthenticatorView::of).toList();
    }
}
