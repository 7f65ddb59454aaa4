package io.countersign.gateway.api.signin;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.gateway.api.once.IdempotencyKey;
import io.countersign.identity.account.EmailAddress;
import io.countersign.identity.account.Password;
import io.countersign.identity.admission.TooBusy;
import io.countersign.identity.attempt.Attempt;
import io.countersign.identity.caller.Client;
import io.countersign.identity.credential.CheckPassword;
import io.countersign.identity.credential.PasswordOutcome;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The first half of signing in. */
@RestController
class SignInResource {

    private final CheckPassword checkPassword;
    private final GoOn goOn;

    SignInResource(CheckPassword checkPassword, GoOn goOn) {
        this.checkPassword = checkPassword;
        this.goOn = goOn;
    }

    /** The credentials of a person who wants to sign in. Does not print. */
    record SignInRequest(@Nullable String email, @Nullable String password) {

        @Override
        public String toString() {
            return "SignInRequest[••••••]";
        }
    }

    /**
     * Checks the password. Where a second factor is needed, asks for it by the preferred method.
     *
     * @param key repeated by the same client with the same account, it is the same sign-in and the
     *     same code
     */
    @OpenTo(Access.EVERYBODY)
    @PostMapping("/api/v1/sign-in")
    ResponseEntity<Object> signIn(
            @RequestBody SignInRequest body,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            Client client,
            HttpServletRequest request) {
        Optional<IdempotencyKey> named = Optional.ofNullable(key).flatMap(IdempotencyKey::parse);
        if (key != null && named.isEmpty()) {
            return Problem.of(ProblemType.IDEMPOTENCY_KEY_MALFORMED).answer();
        }
        PasswordOutcome outcome =
                checkPassword.check(
                        EmailAddress.parse(Objects.requireNonNullElse(body.email(), ""))
                                .orElse(EmailAddress.OF_NOBODY),
                        new Password(Objects.requireNonNullElse(body.password(), "")),
                        client.origin(),
                        named.map(name -> goOn.name(name, request)).orElse(null));
        return switch (outcome) {
            case PasswordOutcome.Right(Attempt attempt) ->
                    goOn.from(attempt, named, client, request);
            case PasswordOutcome.Wrong _ -> Problem.of(ProblemType.CREDENTIALS_WRONG).answer();
            case PasswordOutcome.TooMany(Instant retryAt) ->
                    Problem.of(ProblemType.TOO_MANY_TRIES).retryAt(retryAt).answer();
            case PasswordOutcome.Busy _ ->
                    Problem.of(ProblemType.TOO_BUSY).retryAfter(TooBusy.RETRY_SECONDS).answer();
        };
    }
}
