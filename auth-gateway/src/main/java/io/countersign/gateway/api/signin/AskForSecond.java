package io.countersign.gateway.api.signin;

import io.countersign.engine.send.SendOutcome;
import io.countersign.gateway.api.ChallengeProblems;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.gateway.session.AuthenticationLevel;
import io.countersign.identity.attempt.Attempt;
import io.countersign.identity.method.SecondFactor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Asks for the second factor of an attempt that has just begun. */
@Component
class AskForSecond {

    private final SecondFactor secondFactor;
    private final ChallengeViews views;

    AskForSecond(SecondFactor secondFactor, ChallengeViews views) {
        this.secondFactor = secondFactor;
        this.views = views;
    }

    /**
     * Has something delivered where the preferred method needs that.
     *
     * @param standing how far the visitor has come meanwhile
     */
    ResponseEntity<Object> of(
            Attempt attempt, AuthenticationLevel standing, HttpServletRequest request) {
        Optional<SendOutcome> sent =
                secondFactor.begin(attempt, request.getRemoteAddr(), request.getLocale());
        if (sent.filter(SendOutcome.Suspended.class::isInstance).isPresent()) {
            return Problem.of(ProblemType.SIGN_IN_ENDED).answer();
        }
        ProblemDetail problem =
                sent.flatMap(ChallengeProblems::of).map(Problem::detail).orElse(null);
        return ResponseEntity.ok(new SignInView(standing, views.of(attempt.id()), problem));
    }
}
