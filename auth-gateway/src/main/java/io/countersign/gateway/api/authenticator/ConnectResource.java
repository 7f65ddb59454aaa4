package io.countersign.gateway.api.authenticator;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.api.PasswordProblems;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.identity.account.Password;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.credential.ReenterOutcome;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.totp.ActivateOutcome;
import io.countersign.identity.factor.totp.Authenticator;
import io.countersign.identity.factor.totp.Authenticators;
import io.countersign.identity.factor.totp.BeginAuthenticator;
import io.countersign.identity.factor.totp.ConnectAuthenticator;
import io.countersign.identity.factor.totp.ConnectOutcome;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Connects authenticators: a secret goes to the app, a code comes back. */
@RestController
@RequestMapping("/api/v1/authenticators")
class ConnectResource {

    private final ConnectAuthenticator connect;
    private final BeginAuthenticator begin;
    private final Authenticators authenticators;

    ConnectResource(
            ConnectAuthenticator connect, BeginAuthenticator begin, Authenticators authenticators) {
        this.connect = connect;
        this.begin = begin;
        this.authenticators = authenticators;
    }

    /** What to call it, and the password again. Does not print. */
    record ConnectRequest(@Nullable String name, @Nullable String password) {

        @Override
        public String toString() {
            return "ConnectRequest[••••••]";
        }
    }

    /** The code as typed. Does not print. */
    record ActivateRequest(@Nullable String code) {

        @Override
        public String toString() {
            return "ActivateRequest[••••••]";
        }
    }

    /** Begins; the answer is the only one that holds the secret. */
    @OpenTo(Access.ABOUT_TO_ENROL)
    @PostMapping
    ResponseEntity<Object> connect(Caller caller, @RequestBody ConnectRequest body) {
        ConnectOutcome outcome =
                connect.begin(
                        caller,
                        Objects.requireNonNullElse(body.name(), ""),
                        new Password(Objects.requireNonNullElse(body.password(), "")));
        return switch (outcome) {
            case ConnectOutcome.Begun(Authenticator pending) ->
                    ResponseEntity.status(HttpStatus.ACCEPTED).body(view(pending));
            case ConnectOutcome.NameRefused _ ->
                    Problem.of(ProblemType.FACTOR_NAME_REFUSED).answer();
            case ConnectOutcome.PasswordNotTaken(ReenterOutcome.Refused refused) ->
                    PasswordProblems.of(refused).answer();
            case ConnectOutcome.TooMany(int most) ->
                    Problem.of(ProblemType.TOO_MANY_AUTHENTICATORS).with("most", most).answer();
        };
    }

    /**
     * Makes it a factor by a code; all other sessions end, this one continues under a new id and
     * with a second factor.
     */
    @OpenTo(Access.ENROLLING)
    @PostMapping("/{id}/confirm")
    ResponseEntity<Object> confirm(
            Caller caller, @PathVariable FactorId id, @RequestBody ActivateRequest body) {
        String code = Objects.requireNonNullElse(body.code(), "");
        return switch (connect.activate(caller, id, code)) {
            case ActivateOutcome.Active _ ->
                    ResponseEntity.of(
                            authenticators
                                    .find(caller.account(), id)
                                    .map(AuthenticatorView::of)
                                    .map(Object.class::cast));
            case ActivateOutcome.Wrong(Optional<Duration> ahead) ->
                    ahead.map(
                                    off ->
                                            Problem.of(ProblemType.CLOCK_OFF)
                                                    .with("secondsAhead", off.toSeconds()))
                            .orElseGet(() -> Problem.of(ProblemType.CODE_WRONG))
                            .answer();
            case ActivateOutcome.NotACode _ -> Problem.of(ProblemType.CODE_MALFORMED).answer();
            case ActivateOutcome.Gone _ -> Problem.of(ProblemType.AUTHENTICATOR_NOT_FOUND).answer();
        };
    }

    /** Forgets it before it is a factor. */
    @OpenTo(Access.ENROLLING)
    @PostMapping("/{id}/cancel")
    ResponseEntity<Object> cancel(SignedIn who, @PathVariable FactorId id) {
        return connect.cancel(who, id)
                ? ResponseEntity.noContent().build()
                : Problem.of(ProblemType.AUTHENTICATOR_NOT_FOUND).answer();
    }

    private PendingAuthenticatorView view(Authenticator pending) {
        return new PendingAuthenticatorView(
                pending.id(),
                pending.name(),
                pending.secret().base32(),
                begin.uri(pending),
                pending.expiresAt());
    }
}
