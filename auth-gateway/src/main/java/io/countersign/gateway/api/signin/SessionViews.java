package io.countersign.gateway.api.signin;

import io.countersign.gateway.session.AuthenticationLevel;
import io.countersign.gateway.session.Sessions;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.caller.SignedIn;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

@Component
class SessionViews {

    private final Sessions sessions;
    private final Accounts accounts;

    SessionViews(Sessions sessions, Accounts accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    SessionView of(Authentication visitor) {
        return sessions.signedIn(visitor)
                .map(this::signedIn)
                .orElseGet(() -> SessionView.notSignedIn(sessions.standing(visitor)));
    }

    /** The state after the request changed it. */
    SessionView now() {
        return of(Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication()));
    }

    private SessionView signedIn(SignedIn who) {
        return new SessionView(
                AuthenticationLevel.SIGNED_IN,
                who.account().value(),
                accounts.find(who.account()).map(account -> account.email().value()).orElse(null),
                who.secondFactorAt().orElse(null));
    }
}
