package io.countersign.gateway.api.phone;

import io.countersign.gateway.api.ChangeAnswers;
import io.countersign.gateway.api.PasswordAgain;
import io.countersign.gateway.api.ProblemType;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.factor.phone.call.SwitchCallsOn;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Calls as a method of the signed-in person. */
@RestController
class CallsResource {

    private final SwitchCallsOn calls;

    CallsResource(SwitchCallsOn calls) {
        this.calls = calls;
    }

    /** Lets them be used again after too many wrong codes. */
    @PostMapping("/api/v1/calls/on")
    ResponseEntity<Object> on(Caller caller, @RequestBody PasswordAgain body) {
        return ChangeAnswers.of(calls.switchOn(caller, body.given()), ProblemType.CALLS_NOT_OFF);
    }
}
