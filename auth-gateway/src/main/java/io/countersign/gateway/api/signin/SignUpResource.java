package io.countersign.gateway.api.signin;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.identity.account.Password;
import io.countersign.identity.account.PasswordFlaw;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.signup.ConfirmAddress;
import io.countersign.identity.signup.ConfirmOutcome;
import io.countersign.identity.signup.MailAgainOutcome;
import io.countersign.identity.signup.SignUp;
import io.countersign.identity.signup.SignUpOutcome;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Makes accounts. */
@RestController
class SignUpResource {

    private final SignUp signUp;
    private final ConfirmAddress confirmAddress;

    SignUpResource(SignUp signUp, ConfirmAddress confirmAddress) {
        this.signUp = signUp;
        this.confirmAddress = confirmAddress;
    }

    /** The address of a person who wants an account. Does not print. */
    record SignUpRequest(@Nullable String email) {

        @Override
        public String toString() {
            return "SignUpRequest[••••••]";
        }
    }

    /** Names a sign-up to the client that began it. */
    record SignUpView(UUID id) {}

    /**
     * The token of the link in the mail, and the password that its reader chooses. Does not print.
     */
    record ConfirmRequest(@Nullable String token, @Nullable String password) {

        @Override
        public String toString() {
            return "ConfirmRequest[••••••]";
        }
    }

    /** Answers 202 whether or not the address had an account before. */
    @OpenTo(Access.EVERYBODY)
    @PostMapping("/api/v1/sign-up")
    ResponseEntity<Object> signUp(@RequestBody SignUpRequest body, Locale locale, Origin origin) {
        SignUpOutcome outcome =
                signUp.join(Objects.requireNonNullElse(body.email(), ""), origin.address(), locale);
        return switch (outcome) {
            case SignUpOutcome.MailSent(UUID id) ->
                    ResponseEntity.accepted().body(new SignUpView(id));
            case SignUpOutcome.NotAnAddress _ -> Problem.of(ProblemType.EMAIL_MALFORMED).answer();
            case SignUpOutcome.TooMany(Instant retryAt) ->
                    Problem.of(ProblemType.SIGN_UP_LIMITED).retryAt(retryAt).answer();
            case SignUpOutcome.Closed _ -> Problem.of(ProblemType.SIGN_UP_CLOSED).answer();
        };
    }

    /** Sends the mail again. */
    @OpenTo(Access.EVERYBODY)
    @PostMapping("/api/v1/sign-up/{id}/mail")
    ResponseEntity<Object> again(@PathVariable UUID id, Origin origin) {
        return switch (signUp.again(id, origin.address())) {
            case MailAgainOutcome.Sent _ -> ResponseEntity.noContent().build();
            case MailAgainOutcome.TooMany(Instant retryAt) ->
                    Problem.of(ProblemType.SIGN_UP_LIMITED).retryAt(retryAt).answer();
            case MailAgainOutcome.Gone _ -> Problem.of(ProblemType.NOT_FOUND).answer();
        };
    }

    /** Makes the account; this signs no one in. */
    @OpenTo(Access.EVERYBODY)
    @PostMapping("/api/v1/sign-up/confirm")
    ResponseEntity<Object> confirm(@RequestBody ConfirmRequest body, Locale locale, Origin origin) {
        ConfirmOutcome outcome =
                confirmAddress.confirm(
                        Objects.requireNonNullElse(body.token(), ""),
                        new Password(Objects.requireNonNullElse(body.password(), "")),
                        origin.address(),
                        locale);
        return switch (outcome) {
            case ConfirmOutcome.Done _ -> ResponseEntity.noContent().build();
            case ConfirmOutcome.LinkGone _ -> Problem.of(ProblemType.LINK_GONE).answer();
            case ConfirmOutcome.PasswordRefused(PasswordFlaw flaw) ->
                    Problem.of(ProblemType.PASSWORD_REFUSED).with("flaw", flaw).answer();
        };
    }
}
