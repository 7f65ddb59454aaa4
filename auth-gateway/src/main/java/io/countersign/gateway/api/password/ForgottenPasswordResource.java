package io.countersign.gateway.api.password;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.identity.account.Password;
import io.countersign.identity.account.PasswordFlaw;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.password.ForgottenOutcome;
import io.countersign.identity.password.ForgottenPassword;
import io.countersign.identity.password.NotMe;
import io.countersign.identity.password.ResetOutcome;
import io.countersign.identity.password.ResetPassword;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What can be done with nothing but the account's mail. */
@RestController
class ForgottenPasswordResource {

    private final ForgottenPassword forgotten;
    private final ResetPassword reset;
    private final NotMe notMe;

    ForgottenPasswordResource(ForgottenPassword forgotten, ResetPassword reset, NotMe notMe) {
        this.forgotten = forgotten;
        this.reset = reset;
        this.notMe = notMe;
    }

    /** The e-mail address of the person who forgot their password. */
    record ForgottenRequest(@Nullable String email) {}

    /** The link's token, and the new password. Does not print. */
    record ResetRequest(@Nullable String token, @Nullable String password) {

        @Override
        public String toString() {
            return "ResetRequest[••••••]";
        }
    }

    /** The link's token. Does not print. */
    record NotMeRequest(@Nullable String token) {

        @Override
        public String toString() {
            return "NotMeRequest[••••••]";
        }
    }

    /** Answers 202 whether or not the address has an account. */
    @OpenTo(Access.EVERYBODY)
    @PostMapping("/api/v1/forgotten-password")
    ResponseEntity<Object> ask(@RequestBody ForgottenRequest body, Origin origin) {
        return switch (forgotten.ask(text(body.email()), origin.address())) {
            case ForgottenOutcome.MailSent _ -> ResponseEntity.accepted().build();
            case ForgottenOutcome.NotAnAddress _ ->
                    Problem.of(ProblemType.EMAIL_MALFORMED).answer();
            case ForgottenOutcome.TooMany(Instant retryAt) ->
                    Problem.of(ProblemType.RESET_LIMITED).retryAt(retryAt).answer();
        };
    }

    /** Ends all sessions, and begins none. */
    @OpenTo(Access.EVERYBODY)
    @PostMapping("/api/v1/password-reset")
    ResponseEntity<Object> choose(@RequestBody ResetRequest body, Origin origin) {
        Password password = new Password(text(body.password()));
        return switch (reset.choose(text(body.token()), password, origin)) {
            case ResetOutcome.Done _ -> ResponseEntity.noContent().build();
            case ResetOutcome.LinkGone _ -> Problem.of(ProblemType.LINK_GONE).answer();
            case ResetOutcome.PasswordRefused(PasswordFlaw flaw) ->
                    Problem.of(ProblemType.PASSWORD_REFUSED).with("flaw", flaw).answer();
        };
    }

    /** Ends all sessions, and sends a mail to choose a new password. */
    @OpenTo(Access.EVERYBODY)
    @PostMapping("/api/v1/not-me")
    ResponseEntity<Object> notMe(@RequestBody NotMeRequest body) {
        return notMe.secure(text(body.token()))
                ? ResponseEntity.noContent().build()
                : Problem.of(ProblemType.LINK_GONE).answer();
    }

    private static String text(@Nullable String field) {
        return Objects.requireNonNullElse(field, "");
    }
}
