package io.countersign.gateway.api.signin;

import io.countersign.engine.keys.GatewayKeys;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.gateway.api.once.IdempotencyKey;
import io.countersign.gateway.api.once.Once;
import io.countersign.gateway.api.once.Repeatable;
import io.countersign.gateway.session.AuthenticationLevel;
import io.countersign.gateway.session.Sessions;
import io.countersign.identity.attempt.Attempt;
import io.countersign.identity.caller.Client;
import io.countersign.identity.entry.ContinueSignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.stereotype.Component;

/** Continues after the right password. */
@Component
class GoOn {

    private final ContinueSignIn continueSignIn;
    private final Sessions sessions;
    private final Once once;
    private final AskForSecond askForSecond;
    private final GatewayKeys keys;

    GoOn(
            ContinueSignIn continueSignIn,
            Sessions sessions,
            Once once,
            AskForSecond askForSecond,
            GatewayKeys keys) {
        this.continueSignIn = continueSignIn;
        this.sessions = sessions;
        this.once = once;
        this.askForSecond = askForSecond;
        this.keys = keys;
    }

    /**
     * What a request with this key is recognised by. The other half is the client's own CSRF
     * cookie: an attacker who has the password and guesses a key must not share the sign-in that
     * the owner confirms.
     */
    String name(IdempotencyKey key, HttpServletRequest request) {
        return keys.tag("sign-in-request", client(request) + "\n" + key.value());
    }

    private static String client(HttpServletRequest request) {
        Object token = request.getAttribute(DeferredCsrfToken.class.getName());
        return ((DeferredCsrfToken) Objects.requireNonNull(token)).get().getToken();
    }

    ResponseEntity<Object> from(
            Attempt attempt,
            Optional<IdempotencyKey> key,
            Client client,
            HttpServletRequest request) {
        return switch (continueSignIn.after(attempt, client)) {
            case SIGNED_IN -> signedIn();
            case ENDED -> Problem.of(ProblemType.SIGN_IN_ENDED).answer();
            case SECOND_FACTOR ->
                    once.answer(
                            new Repeatable("sign-in:" + attempt.id(), key, ""),
                            () -> ask(attempt, request));
        };
    }

    private ResponseEntity<Object> signedIn() {
        AuthenticationLevel standing =
                sessions.standing(
                        Objects.requireNonNull(
                                SecurityContextHolder.getContext().getAuthentication()));
        return ResponseEntity.ok(new SignInView(standing, null, null));
    }

    private ResponseEntity<Object> ask(Attempt attempt, HttpServletRequest request) {
        if (!attempt.pending()) {
            return Problem.of(ProblemType.SIGN_IN_ENDED).answer();
        }
        return askForSecond.of(attempt, AuthenticationLevel.AWAITS_SECOND_FACTOR, request);
    }
}
