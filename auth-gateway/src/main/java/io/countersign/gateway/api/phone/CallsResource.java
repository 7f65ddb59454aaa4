package io.countersign.gateway.api.phone;

import io.countersign.gateway.account.Password;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.gateway.api.StepUpProblems;
import io.countersign.gateway.enrol.SwitchCallsOn;
import io.countersign.gateway.session.SignedIn;
import io.countersign.gateway.web.Origins;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Calls as a method of who is signed in. */
@RestController
class CallsResource {

    private final SwitchCallsOn calls;

    CallsResource(SwitchCallsOn calls) {
        this.calls = calls;
    }

    /** The password once more. Does not print. */
    record PasswordRequest(@Nullable String password) {

        @Override
        public String toString() {
            return "PasswordRequest[••••••]";
        }
    }

    /** Lets them be used again after too many wrong codes. */
    @PostMapping("/api/v1/calls/on")
    ResponseEntity<Object> on(
            SignedIn who,
            @RequestBody PasswordRequest body,
            HttpServletRequest request,
            HttpServletResponse response) {
        Password password = new Password(Objects.requireNonNullElse(body.password(), ""));
        return switch (calls.switchOn(who, password, Origins.of(request), request, response)) {
            case SwitchCallsOn.Outcome.On _ -> ResponseEntity.noContent().build();
            case SwitchCallsOn.Outcome.NotOff _ -> Problem.of(ProblemType.CALLS_NOT_OFF).answer();
            case SwitchCallsOn.Outcome.StepUpFirst(var refused) ->
                    StepUpProblems.of(refused).answer();
        };
    }
}
