package io.countersign.identity.method;

import io.countersign.challenge.Method;
import io.countersign.challenge.Verdict;
import io.countersign.engine.answer.AnswerOutcome;
import io.countersign.engine.answer.JudgeAnswer;
import io.countersign.engine.answer.JudgeAnswer.Judged;
import io.countersign.engine.answer.Judgement;
import io.countersign.engine.answer.Settlement;
import io.countersign.engine.answer.SubmittedAnswer;
import io.countersign.engine.open.ChallengeContext;
import io.countersign.engine.open.ChallengeSettings;
import io.countersign.events.Purpose;
import io.countersign.events.id.ChallengeId;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.HeldAccounts;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.event.FactorFailure;
import io.countersign.identity.event.SecurityEvent;
import io.countersign.identity.event.SecurityEvent.BudgetSpent;
import io.countersign.identity.event.SecurityEvent.SecondFactorFailed;
import io.countersign.identity.event.SecurityEvents;
import io.countersign.identity.ledger.GuessLedger;
import io.countersign.identity.ledger.GuessLedger.Charged;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Judges an answer: charges it, counts it, and looks at it. */
@Service
public class AnswerChallenge {

    /** Anything longer is no answer by any method. */
    public static final int LONGEST = 64;

    private final HeldAccounts accounts;
    private final GuessLedger ledger;
    private final JudgeAnswer judge;
    private final SecurityEvents events;
    private final ChallengeSettings settings;

    AnswerChallenge(
            HeldAccounts accounts,
            GuessLedger ledger,
            JudgeAnswer judge,
            SecurityEvents events,
            ChallengeSettings settings) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.judge = judge;
        this.events = events;
        this.settings = settings;
    }

    /**
     * Answers by a method.
     *
     * @param typed as the person typed it
     */
    public AnswerOutcome by(TypedMethod way, ChallengeContext asked, @Nullable String typed) {
        Optional<SubmittedAnswer> answer =
                Optional.ofNullable(typed)
                        .filter(text -> text.length() <= LONGEST)
                        .flatMap(text -> way.read(account(asked), text));
        if (answer.isEmpty()) {
            return new AnswerOutcome.NotACode(way.method());
        }
        return asked.challenge()
                .map(challenge -> charged(way, challenge, asked, answer.get()))
                .orElseGet(() -> new AnswerOutcome.Over(Verdict.EXPIRED));
    }

    private AnswerOutcome charged(
            TypedMethod way,
            ChallengeId challenge,
            ChallengeContext asked,
            SubmittedAnswer answer) {
        var guess =
                new GuessLedger.Guess(
                        account(asked),
                        way.method(),
                        way.chance(account(asked)),
                        challenge,
                        asked.bucket());
        return switch (ledger.charge(
                guess,
                settings.guesses(),
                () -> judgeAndTell(asked, way.method(), answer),
                Judged::judgement,
                _ ->
                        tell(
                                asked,
                                attempt ->
                                        new BudgetSpent(account(asked), attempt, way.method())))) {
            case Charged.Judged<Judged>(Judged judged) -> judged.outcome();
            case Charged.Refused<Judged>(var reached) ->
                    new AnswerOutcome.Exhausted(way.method(), reached);
            case Charged.UsedUp<Judged> _ -> new AnswerOutcome.Over(Verdict.LOCKED);
        };
    }

    private Judged judgeAndTell(ChallengeContext asked, Method method, SubmittedAnswer answer) {
        // A transaction that locks the account comes before this, or after all that this brings
        // about.
        if (!accounts.holdActive(account(asked))) {
            return new Judged(new AnswerOutcome.Suspended(), Judgement.NEITHER, Settlement.NOTHING);
        }
        Judged judged = judge.judge(asked, method, answer);
        judged.then().settle();
        if (judged.judgement() == Judgement.WRONG) {
            FactorFailure how = failure(judged.outcome());
            tell(asked, attempt -> new SecondFactorFailed(account(asked), attempt, method, how));
        }
        return judged;
    }

    private static FactorFailure failure(AnswerOutcome outcome) {
        return outcome instanceof AnswerOutcome.Over
                ? FactorFailure.LOCKED
                : FactorFailure.WRONG_CODE;
    }

    /**
     * A person who adds a phone has proven all that is asked for; a wrong code is their own slip.
     */
    private static AccountId account(ChallengeContext asked) {
        return new AccountId(asked.account());
    }

    private void tell(ChallengeContext asked, Function<AttemptId, SecurityEvent> event) {
        if (asked.purpose() != Purpose.ENROLMENT) {
            events.append(event.apply(AttemptId.of(asked.binding())));
        }
    }
}
