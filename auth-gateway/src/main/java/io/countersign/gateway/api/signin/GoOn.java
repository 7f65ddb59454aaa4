package io.countersign.gateway.api.signin;

import io.countersign.gateway.api.ChallengeProblems;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.gateway.api.once.IdempotencyKey;
import io.countersign.gateway.api.once.Once;
import io.countersign.gateway.api.once.Repeatable;
import io.countersign.gateway.challenge.SecondFactor;
import io.countersign.gateway.keys.GatewayKeys;
import io.countersign.gateway.session.RememberedSignIn;
import io.countersign.gateway.session.Sessions;
import io.countersign.gateway.session.Standing;
import io.countersign.gateway.signin.Attempt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Goes on after the right password. */
@Component
class GoOn {

    private final SecondFactor secondFactor;
    private final Sessions sessions;
    private final RememberedSignIn remembered;
    private final Once once;
    private final ChallengeViews views;
    private final GatewayKeys keys;

    GoOn(
            SecondFactor secondFactor,
            Sessions sessions,
            RememberedSignIn remembered,
            Once once,
            ChallengeViews views,
            GatewayKeys keys) {
        this.secondFactor = secondFactor;
        this.sessions = sessions;
        this.remembered = remembered;
        this.once = once;
        this.views = views;
        this.keys = keys;
    }

    /** What a request with this key is known by. */
    String name(IdempotencyKey key) {
        return keys.tag("sign-in-request", key.value());
    }

    ResponseEntity<Object> from(
            Attempt attempt,
            Optional<IdempotencyKey> key,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!secondFactor.needed(attempt.account())) {
            return sessions.completeWithoutSecond(attempt, request, response)
                    ? signedIn()
                    : Problem.of(ProblemType.SIGN_IN_ENDED).answer();
        }
        if (remembered.complete(attempt, request, response)) {
            return signedIn();
        }
        if (attempt.pending()) {
            sessions.begin(attempt, request, response);
        }
        Repeatable repeatable = new Repeatable("sign-in:" + attempt.id(), key, "");
        return once.answer(repeatable, () -> ask(attempt, request));
    }

    private ResponseEntity<Object> signedIn() {
        Standing standing =
                sessions.standing(
                        Objects.requireNonNull(
                                SecurityContextHolder.getContext().getAuthentication()));
        return ResponseEntity.ok(new SignInView(standing, null, null));
    }

    private ResponseEntity<Object> ask(Attempt attempt, HttpServletRequest request) {
        if (!attempt.pending()) {
            return Problem.of(ProblemType.SIGN_IN_ENDED).answer();
        }
        ProblemDetail problem =
                secondFactor
                        .begin(attempt, request.getRemoteAddr(), request.getLocale())
                        .flatMap(ChallengeProblems::of)
                        .map(Problem::detail)
                        .orElse(null);
        return ResponseEntity.ok(
                new SignInView(Standing.AWAITS_SECOND_FACTOR, views.of(attempt.id()), problem));
    }
}
