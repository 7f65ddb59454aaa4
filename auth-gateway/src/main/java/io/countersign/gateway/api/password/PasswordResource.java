package io.countersign.gateway.api.password;

import io.countersign.gateway.api.PasswordProblems;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.identity.account.Password;
import io.countersign.identity.account.PasswordFlaw;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.credential.ReenterOutcome;
import io.countersign.identity.password.ChangePassword;
import io.countersign.identity.password.PasswordChangeOutcome;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The password of the signed-in person. */
@RestController
class PasswordResource {

    private final ChangePassword changePassword;

    PasswordResource(ChangePassword changePassword) {
        this.changePassword = changePassword;
    }

    /** The current password and the new one. Does not print. */
    record ChangeRequest(@Nullable String password, @Nullable String newPassword) {

        @Override
        public String toString() {
            return "ChangeRequest[••••••]";
        }
    }

    /** All other sessions end; this one continues under a new id. */
    @PostMapping("/api/v1/password")
    ResponseEntity<Object> change(Caller caller, @RequestBody ChangeRequest body) {
        PasswordChangeOutcome outcome =
                changePassword.change(
                        caller,
                        new Password(Objects.requireNonNullElse(body.password(), "")),
                        new Password(Objects.requireNonNullElse(body.newPassword(), "")));
        return switch (outcome) {
            case PasswordChangeOutcome.Done _ -> ResponseEntity.noContent().build();
            case PasswordChangeOutcome.SessionGone _ ->
                    Problem.of(ProblemType.NOT_SIGNED_IN).answer();
            case PasswordChangeOutcome.PasswordRefused(PasswordFlaw flaw) ->
                    Problem.of(ProblemType.PASSWORD_REFUSED).with("flaw", flaw).answer();
            case PasswordChangeOutcome.PasswordNotTaken(ReenterOutcome.Refused refused) ->
                    PasswordProblems.of(refused).answer();
        };
    }
}
