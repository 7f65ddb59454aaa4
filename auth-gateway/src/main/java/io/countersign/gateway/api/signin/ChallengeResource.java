package io.countersign.gateway.api.signin;

import io.countersign.challenge.Approved;
import io.countersign.gateway.api.ChallengeProblems;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.gateway.api.once.IdempotencyKey;
import io.countersign.gateway.api.once.Once;
import io.countersign.gateway.api.once.Repeatable;
import io.countersign.gateway.challenge.AnswerOutcome;
import io.countersign.gateway.challenge.SecondFactor;
import io.countersign.gateway.challenge.SendOutcome;
import io.countersign.gateway.session.Sessions;
import io.countersign.gateway.signin.Attempt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The second half of signing in. */
@RestController
@RequestMapping("/api/v1/challenge")
class ChallengeResource {

    private final Sessions sessions;
    private final SecondFactor secondFactor;
    private final Once once;
    private final ChallengeViews challenges;
    private final SessionViews views;

    ChallengeResource(
            Sessions sessions,
            SecondFactor secondFactor,
            Once once,
            ChallengeViews challenges,
            SessionViews views) {
        this.sessions = sessions;
        this.secondFactor = secondFactor;
        this.once = once;
        this.challenges = challenges;
        this.views = views;
    }

    /**
     * Where a code is wanted.
     *
     * @param phoneId one of the challenge's choices; null for the preferred one
     */
    record SendRequest(@Nullable UUID phoneId) {}

    /** The code as typed; spaces and hyphens between the digits do not count. Does not print. */
    record AnswerRequest(@Nullable String code) {

        @Override
        public String toString() {
            return "AnswerRequest[••••••]";
        }
    }

    @GetMapping
    ResponseEntity<Object> challenge(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor) {
        return pending(visitor, attempt -> ResponseEntity.ok(challenges.of(attempt)));
    }

    /** Sends the code, once more or elsewhere. */
    @PostMapping("/send")
    ResponseEntity<Object> send(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor,
            @RequestBody SendRequest body,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            HttpServletRequest request) {
        Optional<IdempotencyKey> named = Optional.ofNullable(key).flatMap(IdempotencyKey::parse);
        if (key != null && named.isEmpty()) {
            return Problem.of(ProblemType.IDEMPOTENCY_KEY_MALFORMED).answer();
        }
        return pending(
                visitor,
                attempt ->
                        once.answer(
                                new Repeatable(
                                        "send:" + attempt.id(),
                                        named,
                                        Objects.toString(body.phoneId())),
                                () -> send(attempt, body.phoneId(), request)));
    }

    /** Signs in with the right code; the session goes on under a new id. */
    @PostMapping("/answer")
    ResponseEntity<Object> answer(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor,
            @RequestBody AnswerRequest body,
            HttpServletRequest request,
            HttpServletResponse response) {
        return pending(visitor, attempt -> answer(attempt, body.code(), request, response));
    }

    private ResponseEntity<Object> send(
            Attempt attempt, @Nullable UUID phone, HttpServletRequest request) {
        if (phone != null
                && secondFactor.choices(attempt).stream().noneMatch(c -> c.id().equals(phone))) {
            return Problem.of(ProblemType.PHONE_NOT_FOUND).answer();
        }
        SendOutcome outcome =
                secondFactor.send(attempt, phone, request.getRemoteAddr(), request.getLocale());
        return ChallengeProblems.of(outcome)
                .map(Problem::answer)
                .orElseGet(() -> ResponseEntity.accepted().body(challenges.of(attempt.id())));
    }

    private ResponseEntity<Object> answer(
            Attempt attempt,
            @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        AnswerOutcome outcome = secondFactor.answer(attempt, code, request.getRemoteAddr());
        if (outcome instanceof AnswerOutcome.Right(Approved approved)) {
            return sessions.complete(attempt, approved, request, response)
                    ? ResponseEntity.ok(views.now())
                    : Problem.of(ProblemType.SIGN_IN_ENDED).answer();
        }
        return ChallengeProblems.of(outcome).orElseThrow().answer();
    }

    private ResponseEntity<Object> pending(
            Authentication visitor, Function<Attempt, ResponseEntity<Object>> then) {
        return sessions.awaiting(visitor)
                .filter(Attempt::pending)
                .map(then)
                .orElseGet(() -> Problem.of(ProblemType.SIGN_IN_ENDED).answer());
    }
}
