package io.countersign.engine.answer;

import io.countersign.challenge.Approved;
import io.countersign.challenge.Challenge;
import io.countersign.challenge.Denied;
import io.countersign.challenge.Expired;
import io.countersign.challenge.Locked;
import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Verdict;
import io.countersign.challenge.store.Challenges;
import io.countersign.challenge.store.Change;
import io.countersign.challenge.store.Updated;
import io.countersign.engine.open.ChallengeContext;
import io.countersign.engine.open.Codes;
import io.countersign.events.id.ChallengeId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Judges an answer in two steps: verifies it against the current challenge, then counts it and
 * stores the verdict in one go, provided that nothing was sent in between.
 */
@Component
public class JudgeAnswer {

    private final Challenges challenges;
    private final Codes codes;

    public JudgeAnswer(Challenges challenges, Codes codes) {
        this.challenges = challenges;
        this.codes = codes;
    }

    /**
     * What an answer led to.
     *
     * @param then what is left to do, in the transaction that charges the answer
     */
    public record Judged(AnswerOutcome outcome, Judgement judgement, Settlement then) {

        static Judged over(Verdict verdict) {
            return new Judged(
                    new AnswerOutcome.Over(verdict), Judgement.NEITHER, Settlement.NOTHING);
        }
    }

    /** Judges an answer to the challenge under way. */
    public Judged judge(ChallengeContext asked, Method method, SubmittedAnswer answer) {
        ChallengeId id = asked.challenge().orElseThrow();
        while (true) {
            Optional<Challenge> seen = challenges.find(id);
            if (seen.isEmpty()) {
                return Judged.over(Verdict.EXPIRED);
            }
            Optional<Pending> question = question(seen.get());
            if (question.isEmpty()) {
                return Judged.over(seen.get().verdict());
            }
            // The store proves neither whose challenge it is nor how long it lasts: the seal does.
            if (!asked.isFor(id, question.get().terms()) || !codes.sealed(question.get())) {
                return Judged.over(Verdict.EXPIRED);
            }
            Verification verification = answer.verify(question.get());
            Optional<Judged> judged = counted(id, question.get(), method, verification);
            if (judged.isPresent()) {
                return judged.get();
            }
        }
    }

    /** Empty where the question has changed since the answer was verified. */
    private Optional<Judged> counted(
            ChallengeId id, Pending question, Method method, Verification verification) {
        Updated<Optional<Judged>> updated =
                challenges.update(
                        id, (current, now) -> step(current, now, question, method, verification));
        return switch (updated) {
            case Updated.Done<Optional<Judged>>(Optional<Judged> judged) -> judged;
            case Updated.Missing<Optional<Judged>> _, Updated.Limited<Optional<Judged>> _ ->
                    Optional.of(Judged.over(Verdict.EXPIRED));
        };
    }

    private static Change<Optional<Judged>> step(
            Challenge current,
            Instant now,
            Pending question,
            Method method,
            Verification verification) {
        Optional<Pending> pending = answerable(current, now);
        if (pending.isEmpty()) {
            return Change.to(current, Optional.of(Judged.over(current.at(now).verdict())));
        }
        if (!pending.get().asksTheSameAs(question)) {
            return Change.to(current, Optional.empty());
        }
        Challenge next =
                pending.get()
                        .answer(_ -> verification instanceof Verification.Matches, method, now);
        Challenge told = told(next, verification);
        return Change.to(
                current instanceof Approved ? current : told,
                Optional.of(judged(told, method, verification)));
    }

    /**
     * A right answer stays right until the deadline: the database may have died before the answer
     * had any effect, and the database alone makes sure that it has one only once.
     */
    private static Optional<Pending> answerable(Challenge current, Instant now) {
        return question(current).filter(pending -> pending.at(now) instanceof Pending);
    }

    /** The challenge that is, or was, to be answered. */
    private static Optional<Pending> question(Challenge challenge) {
        return switch (challenge) {
            case Pending pending -> Optional.of(pending);
            case Approved approved -> Optional.ofNullable(approved.answered());
            case Denied _, Locked _, Expired _ -> Optional.empty();
        };
    }

    /** The approved challenge, with the method whose code it was. */
    private static Challenge told(Challenge next, Verification verification) {
        return next instanceof Approved approved
                        && verification instanceof Verification.Matches(Optional<Method> by, _)
                        && by.isPresent()
                ? approved.by(by.get())
                : next;
    }

    private static Judged judged(Challenge next, Method method, Verification verification) {
        return switch (next) {
            case Approved approved ->
                    new Judged(
                            new AnswerOutcome.Right(approved),
                            Judgement.RIGHT,
                            verification.then());
            case Pending pending ->
                    new Judged(
                            new AnswerOutcome.Wrong(
                                    method, pending.guessesLeft(), hint(verification)),
                            Judgement.WRONG,
                            verification.then());
            case Locked locked ->
                    new Judged(
                            new AnswerOutcome.Over(locked.verdict()),
                            Judgement.WRONG,
                            verification.then());
            case Denied _, Expired _ -> Judged.over(next.verdict());
        };
    }

    private static Optional<Hint> hint(Verification verification) {
        return verification instanceof Verification.DoesNotMatch(Optional<Hint> hint, _)
                ? hint
                : Optional.empty();
    }
}
