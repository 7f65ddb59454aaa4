package io.countersign.gateway.api.signin;

import io.countersign.challenge.Approved;
import io.countersign.challenge.Method;
import io.countersign.engine.answer.AnswerOutcome;
import io.countersign.engine.send.SendOutcome;
import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.api.ChallengeProblems;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.gateway.api.once.IdempotencyKey;
import io.countersign.gateway.api.once.Once;
import io.countersign.gateway.api.once.Repeatable;
import io.countersign.gateway.session.Sessions;
import io.countersign.identity.attempt.Attempt;
import io.countersign.identity.caller.Client;
import io.countersign.identity.entry.AnswerSignIn;
import io.countersign.identity.entry.RememberedSignIn;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.method.SecondFactor;
import jakarta.servlet.http.HttpServletRequest;
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
    private final RememberedSignIn remembered;
    private final AnswerSignIn answerSignIn;
    private final SecondFactor secondFactor;
    private final Once once;
    private final ChallengeViews challenges;
    private final SessionViews views;

    ChallengeResource(
            Sessions sessions,
            RememberedSignIn remembered,
            AnswerSignIn answerSignIn,
            SecondFactor secondFactor,
            Once once,
            ChallengeViews challenges,
            SessionViews views) {
        this.sessions = sessions;
        this.remembered = remembered;
        this.answerSignIn = answerSignIn;
        this.secondFactor = secondFactor;
        this.once = once;
        this.challenges = challenges;
        this.views = views;
    }

    /**
     * Where a delivery is wanted.
     *
     * @param method one of the challenge's; null for the preferred one of those that deliver
     * @param factorId one of the method's; null for the first
     */
    record SendRequest(@Nullable Method method, @Nullable UUID factorId) {}

    /**
     * The code. Does not print.
     *
     * @param method whose code it is; null for that of the latest delivery or, without one, the
     *     preferred one
     * @param code as typed; spaces and hyphens do not count
     * @param remember whether to have the device remembered; counts where the challenge says for
     *     how long that is possible
     */
    record AnswerRequest(
            @Nullable Method method, @Nullable String code, @Nullable Boolean remember) {

        @Override
        public String toString() {
            return "AnswerRequest[••••••]";
        }
    }

    /**
     * What accompanies a decision that was made elsewhere.
     *
     * @param remember the same as in an {@link AnswerRequest}
     */
    record FinishRequest(@Nullable Boolean remember) {}

    @OpenTo(Access.CHALLENGED)
    @GetMapping
    ResponseEntity<Object> challenge(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor) {
        return pending(visitor, attempt -> ResponseEntity.ok(challenges.of(attempt)));
    }

    /** Sends the code, again or elsewhere. */
    @OpenTo(Access.CHALLENGED)
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
                                new Repeatable("send:" + attempt.id(), named, body.toString()),
                                () -> send(attempt, body, request)));
    }

    /** Signs in with the right code; the session continues under a new id. */
    @OpenTo(Access.CHALLENGED)
    @PostMapping("/answer")
    ResponseEntity<Object> answer(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor,
            @RequestBody AnswerRequest body,
            Client client) {
        return pending(visitor, attempt -> answer(attempt, body, client));
    }

    /** Signs in a person who has confirmed in Telegram; the session continues under a new id. */
    @OpenTo(Access.CHALLENGED)
    @PostMapping("/finish")
    ResponseEntity<Object> finish(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor,
            @RequestBody(required = false) @Nullable FinishRequest body,
            Client client) {
        return pending(
                visitor,
                attempt ->
                        completed(
                                attempt,
                                secondFactor.finish(attempt, client.origin().address()),
                                body != null && Boolean.TRUE.equals(body.remember()),
                                client));
    }

    private ResponseEntity<Object> send(
            Attempt attempt, SendRequest wanted, HttpServletRequest request) {
        SendOutcome outcome =
                secondFactor.send(
                        attempt,
                        wanted.method(),
                        wanted.factorId() == null ? null : new FactorId(wanted.factorId()),
                        request.getRemoteAddr(),
                        request.getLocale());
        return ChallengeProblems.of(outcome)
                .map(Problem::answer)
                .orElseGet(() -> ResponseEntity.accepted().body(challenges.of(attempt.id())));
    }

    private ResponseEntity<Object> answer(Attempt attempt, AnswerRequest given, Client client) {
        return answered(
                answerSignIn.answer(
                        attempt,
                        given.method(),
                        given.code(),
                        Boolean.TRUE.equals(given.remember()),
                        client));
    }

    private ResponseEntity<Object> completed(
            Attempt attempt, AnswerOutcome outcome, boolean remember, Client client) {
        if (outcome instanceof AnswerOutcome.Right(Approved approved)
                && !remembered.complete(attempt, approved, remember, client)) {
            return Problem.of(ProblemType.SIGN_IN_ENDED).answer();
        }
        return answered(outcome);
    }

    private ResponseEntity<Object> answered(AnswerOutcome outcome) {
        return ChallengeProblems.of(outcome)
                .map(Problem::answer)
                .orElseGet(() -> ResponseEntity.ok(views.now()));
    }

    private ResponseEntity<Object> pending(
            Authentication visitor, Function<Attempt, ResponseEntity<Object>> then) {
        return sessions.awaiting(visitor)
                .filter(Attempt::pending)
                .map(then)
                .orElseGet(() -> Problem.of(ProblemType.SIGN_IN_ENDED).answer());
    }
}
