package io.countersign.gateway.api.signin;

import io.countersign.gateway.account.Password;
import io.countersign.gateway.account.PasswordFlaw;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.gateway.signup.SignUp;
import io.countersign.gateway.signup.SignUpOutcome;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Makes accounts. */
@RestController
class SignUpResource {

    private final SignUp signUp;

    SignUpResource(SignUp signUp) {
        this.signUp = signUp;
    }

    /** What it takes to have an account. Does not print. */
    record SignUpRequest(@Nullable String email, @Nullable String password) {

        @Override
        public String toString() {
            return "SignUpRequest[••••••]";
        }
    }

    /** Answers 204 whether or not the address had an account before. */
    @PostMapping("/api/v1/sign-up")
    ResponseEntity<Object> signUp(
            @RequestBody SignUpRequest body, Locale locale, HttpServletRequest request) {
        SignUpOutcome outcome =
                signUp.join(
                        Objects.requireNonNullElse(body.email(), ""),
                        new Password(Objects.requireNonNullElse(body.password(), "")),
                        request.getRemoteAddr(),
                        locale);
        return switch (outcome) {
            case SignUpOutcome.Done _ -> ResponseEntity.noContent().build();
            case SignUpOutcome.NotAnAddress _ -> Problem.of(ProblemType.EMAIL_MALFORMED).answer();
            case SignUpOutcome.PasswordRefused(PasswordFlaw flaw) ->
                    Problem.of(ProblemType.PASSWORD_REFUSED).with("flaw", flaw).answer();
            case SignUpOutcome.TooMany(Instant retryAt) ->
                    Problem.of(ProblemType.SIGN_UP_LIMITED).retryAt(retryAt).answer();
            case SignUpOutcome.Closed _ -> Problem.of(ProblemType.SIGN_UP_CLOSED).answer();
        };
    }
}
