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
import io.countersign.events.OneTimeCode;
import io.countersign.gateway.signin.GuessLedger;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Judges an answer: counts it, looks at it, and charges it before anybody hears. */
@Service
public class AnswerChallenge {

    private final Challenges challenges;
    private final Codes codes;
    private final GuessLedger ledger;

    AnswerChallenge(Challenges challenges, Codes codes, GuessLedger ledger) {
        this.challenges = challenges;
        this.codes = codes;
        this.ledger = ledger;
    }

    /**
     * Answers with a code that came by SMS.
     *
     * @param typed as the person typed it; spaces and hyphens between the digits do not count
     */
    public AnswerOutcome withCode(Asked asked, @Nullable String typed) {
        String digits = typed == null || typed.length() > 32 ? "" : typed.replaceAll("[ -]", "");
        if (!OneTimeCode.isCode(digits)) {
            return new AnswerOutcome.NotACode();
        }
        if (ledger.spent(asked.account(), Method.SMS)) {
            return new AnswerOutcome.Exhausted();
        }
        return asked.challenge()
                .map(id -> judge(id, asked, new OneTimeCode(digits)))
                .orElseGet(() -> new AnswerOutcome.Over(Verdict.EXPIRED));
    }

    /** The factor that the latest delivery went to. */
    Optional<UUID> latestFactor(Optional<ChallengeId> challenge) {
        return challenge
                .flatMap(challenges::find)
                .filter(Pending.class::isInstance)
                .flatMap(found -> ((Pending) found).lastRound())
                .map(round -> UUID.fromString(round.factor()));
    }

    private AnswerOutcome judge(ChallengeId id, Asked asked, OneTimeCode typed) {
        return ledger.charge(
                        asked.account(),
                        Method.SMS,
                        () -> judgeOnly(id, asked, typed),
                        Judged::wrong)
                .outcome();
    }

    private Judged judgeOnly(ChallengeId id, Asked asked, OneTimeCode typed) {
        Updated<Judged> judged =
                challenges.update(
                        id,
                        (current, now) -> {
                            if (!asked.isFor(id, current.terms())) {
                                return Change.to(current, notThere());
                            }
                            if (!(current instanceof Pending pending)) {
                                return Change.to(current, new Judged(over(current), false));
                            }
                            Challenge next =
                                    pending.answer(
                                            codes.guess(typed, pending.terms()), Method.SMS, now);
                            return Change.to(next, judged(next));
                        });
        return switch (judged) {
            case Updated.Done<Judged>(Judged result) -> result;
            case Updated.Missing<Judged> _, Updated.Limited<Judged> _ -> notThere();
        };
    }

    private static Judged notThere() {
        return new Judged(new AnswerOutcome.Over(Verdict.EXPIRED), false);
    }

    /** What an answer led to that was looked at. */
    private static Judged judged(Challenge next) {
        return switch (next) {
            case Approved approved -> new Judged(new AnswerOutcome.Right(approved), false);
            case Pending pending ->
                    new Judged(new AnswerOutcome.Wrong(pending.guessesLeft()), true);
            case Locked locked -> new Judged(over(locked), true);
            case Denied _, Expired _ -> new Judged(over(next), false);
        };
    }

    private static AnswerOutcome over(Challenge challenge) {
        return new AnswerOutcome.Over(challenge.verdict());
    }

    private record Judged(AnswerOutcome outcome, boolean wrong) {}
}
