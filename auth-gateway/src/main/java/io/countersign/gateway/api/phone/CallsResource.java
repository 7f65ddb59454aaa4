package io.countersign.gateway.api.phone;

import io.countersign.gateway.api.ChangeAnswers;
import io.countersign.gateway.api.PasswordAgain;
import io.countersign.gateway.api.ProblemType;
import io.countersign.gateway.enrol.SwitchCallsOn;
import io.countersign.gateway.session.SignedIn;
import io.countersign.gateway.web.Origins;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

    /** Lets them be used again after too many wrong codes. */
    @PostMapping("/api/v1/calls/on")
    ResponseEntity<Object> on(
            SignedIn who,
            @RequestBody PasswordAgain body,
            HttpServletRequest request,
            HttpServletResponse response) {
        return ChangeAnswers.of(
                calls.switchOn(who, body.given(), Origins.of(request), request, response),
                ProblemType.CALLS_NOT_OFF);
    }
}
