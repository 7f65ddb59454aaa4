package io.countersign.gateway.api.signin;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.gateway.session.AuthenticationLevel;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.attempt.StepUps;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.method.SecondFactor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asks a signed-in person for a second factor again; it is given like the one of a sign-in. */
@RestController
class StepUpResource {

    private final StepUps stepUps;
    private final SecondFactor secondFactor;
    private final AskForSecond askForSecond;

    StepUpResource(StepUps stepUps, SecondFactor secondFactor, AskForSecond askForSecond) {
        this.stepUps = stepUps;
        this.secondFactor = secondFactor;
        this.askForSecond = askForSecond;
    }

    /** Begins one and replaces any that is under way in this session. */
    @OpenTo(Access.SIGNED_IN)
    @PostMapping("/api/v1/step-up")
    ResponseEntity<Object> begin(SignedIn who, Origin origin, HttpServletRequest request) {
        if (!secondFactor.needed(who.account())) {
            return Problem.of(ProblemType.METHOD_NOT_OFFERED).answer();
        }
        return stepUps.begin(who.account(), who.attempt(), origin)
                .map(attempt -> askForSecond.of(attempt, AuthenticationLevel.SIGNED_IN, request))
                .orElseGet(() -> Problem.of(ProblemType.SIGN_IN_ENDED).answer());
    }
}
