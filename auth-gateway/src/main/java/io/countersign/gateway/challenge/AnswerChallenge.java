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
import io.countersign.events.ChallengeId;
import io.countersign.gateway.account.Accounts;
import io.countersign.gateway.signin.GuessLedger;
import io.countersign.gateway.signin.GuessLedger.Judgement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Judges an answer: charges it, counts it, and looks at it. */
@Service
public class AnswerChallenge {

    /** What is longer is no answer by any method. */
    public static final int LONGEST = 64;

    private final Accounts accounts;
    private final Challenges challenges;
    private final GuessLedger ledger;
    private final WrongAnswers wrongAnswers;

    AnswerChallenge(
            Accounts accounts,
            Challenges challenges,
            GuessLedger ledger,
            WrongAnswers wrongAnswers) {
        this.accounts = accounts;
        this.challenges = challenges;
        this.ledger = ledger;
        this.wrongAnswers = wrongAnswers;
    }

    /**
     * Answers by a method.
     *
     * @param typed as the person typed it
     */
    public AnswerOutcome by(TypedMethod way, Asked asked, @Nullable String typed) {
        Optional<FirstLook> answer =
                Optional.ofNullable(typed)
                        .filter(text -> text.length() <= LONGEST)
                        .flatMap(text -> way.read(asked.account(), text))
                        .map(FirstLook::new);
        if (answer.isEmpty()) {
            return new AnswerOutcome.NotACode(way.method());
        }
        if (asked.challenge().isEmpty()) {
            return new AnswerOutcome.Over(Verdict.EXPIRED);
        }
        var guess =
                new GuessLedger.Guess(asked.account(), way.method(), way.chance(asked.account()));
        if (ledger.spent(guess)) {
            return new AnswerOutcome.Exhausted(way.method());
        }
        return ledger.charge(
                        guess,
                        () -> judgeAndTell(asked, way.method(), answer.get()),
                        Judged::judgement)
                .outcome();
    }

    private Judged judgeAndTell(Asked asked, Method method, FirstLook answer) {
        // Whoever locks the account comes before this, or after all that it brings about.
        if (!accounts.holdActive(asked.account())) {
            return new Judged(new AnswerOutcome.Barred(), Judgement.NEITHER);
        }
        Judged judged = judge(asked.challenge().orElseThrow(), asked, method, answer);
        if (judged.judgement() == Judgement.WRONG) {
            wrongAnswers.given(asked, method, judged.outcome());
        }
        return judged;
    }

    private Judged judge(ChallengeId id, Asked asked, Method method, FirstLook answer) {
        Updated<Judged> judged =
                challenges.update(
                        id,
                        (current, now) -> {
                            if (!asked.isFor(id, current.terms())) {
                                return Change.to(current, Judged.over(Verdict.EXPIRED));
                            }
                            if (!(current instanceof Pending pending)) {
                                return Change.to(current, Judged.over(current.verdict()));
                            }
                            Challenge next = pending.answer(_ -> answer.fits(pending), method, now);
                            return Change.to(next, judged(next, method, answer));
                        });
        return switch (judged) {
            case Updated.Done<Judged>(Judged result) -> result;
            case Updated.Missing<Judged> _, Updated.Limited<Judged> _ ->
                    Judged.over(Verdict.EXPIRED);
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

    private record Judged(AnswerOutcome outcome, Judgement judgement) {

        static Judged over(Verdict verdict) {
            return new Judged(new AnswerOutcome.Over(verdict), Judgement.NEITHER);
        }
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

        Optional<Hint> hint() {
            return seen instanceof Look.DoesNotFit(Optional<Hint> hint) ? hint : Optional.empty();
        }
    }
}
