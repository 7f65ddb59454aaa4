package io.countersign.gateway.challenge;

import io.countersign.challenge.Approved;
import io.countersign.challenge.Challenge;
import io.countersign.challenge.Challenges;
import io.countersign.challenge.Change;
import io.countersign.challenge.Denied;
import io.countersign.challenge.Expired;
import io.countersign.challenge.Locked;
import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Updated;
import io.countersign.challenge.Verdict;
import io.countersign.gateway.signin.GuessLedger.Judgement;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts an answer at its challenge and looks at it, in one step of the challenge's store. */
@Component
class JudgeAnswer {

    private final Challenges challenges;
    private final Codes codes;

    JudgeAnswer(Challenges challenges, Codes codes) {
        this.challenges = challenges;
        this.codes = codes;
    }

    record Judged(AnswerOutcome outcome, Judgement judgement) {

        static Judged over(Verdict verdict) {
            return new Judged(new AnswerOutcome.Over(verdict), Judgement.NEITHER);
        }
    }

    /** Judges an answer to the challenge under way. */
    Judged judge(Asked asked, Method method, Guessed guessed) {
        FirstLook answer = new FirstLook(guessed);
        Updated<Judged> judged =
                challenges.update(
                        asked.challenge().orElseThrow(),
                        (current, now) -> step(current, now, asked, method, answer));
        return switch (judged) {
            case Updated.Done<Judged>(Judged result) -> result;
            case Updated.Missing<Judged> _, Updated.Limited<Judged> _ ->
                    Judged.over(Verdict.EXPIRED);
        };
    }

    private Change<Judged> step(
            Challenge current, Instant now, Asked asked, Method method, FirstLook answer) {
        Optional<Pending> answerable = answerable(current, now);
        if (answerable.isEmpty()) {
            return Change.to(current, Judged.over(current.verdict()));
        }
        Pending pending = answerable.get();
        // The store proves neither whose challenge it is nor until when: the seal does.
        if (!asked.isFor(asked.challenge().orElseThrow(), pending.terms())
                || !codes.sealed(pending)) {
            return Change.to(current, Judged.over(Verdict.EXPIRED));
        }
        Challenge next = answer.told(pending.answer(_ -> answer.fits(pending), method, now));
        Judged judged = judged(next, method, answer);
        return Change.to(current instanceof Approved ? current : next, judged);
    }

    /**
     * A right answer is right until the deadline: the database may have died before it was good for
     * anything, and only the database lets it be good for something once.
     */
    private static Optional<Pending> answerable(Challenge current, Instant now) {
        return switch (current) {
            case Pending pending -> Optional.of(pending);
            case Approved approved ->
                    Optional.ofNullable(approved.answered())
                            .filter(was -> was.at(now) instanceof Pending);
            case Denied _, Locked _, Expired _ -> Optional.empty();
        };
    }

    /** What an answer led to that was looked at. */
    private static Judged judged(Challenge next, Method method, FirstLook answer) {
        return switch (next) {
            case Approved approved ->
                    new Judged(new AnswerOutcome.Right(approved), Judgement.RIGHT);
            case Pending pending ->
                    new Judged(
                            new AnswerOutcome.Wrong(method, pending.guessesLeft(), answer.hint()),
                            Judgement.WRONG);
            case Locked locked ->
                    new Judged(new AnswerOutcome.Over(locked.verdict()), Judgement.WRONG);
            case Denied _, Expired _ -> Judged.over(next.verdict());
        };
    }

    /** Looks once, however often the store has to try. */
    private static final class FirstLook {

        private final Guessed answer;
        private @Nullable Look seen;

        FirstLook(Guessed answer) {
            this.answer = answer;
        }

        boolean fits(Pending challenge) {
            if (seen == null) {
                seen = answer.look(challenge);
            }
            return seen instanceof Look.Fits;
        }

        /** What was approved, by the method whose code it was. */
        Challenge told(Challenge next) {
            return next instanceof Approved approved
                            && seen instanceof Look.Fits(Optional<Method> by)
                            && by.isPresent()
                    ? approved.by(by.get())
                    : next;
        }

        Optional<Hint> hint() {
            return seen instanceof Look.DoesNotFit(Optional<Hint> hint) ? hint : Optional.empty();
        }
    }
}
