package io.countersign.identity.ledger;

import io.countersign.challenge.Method;
import io.countersign.engine.limit.GuessLimits;
import io.countersign.engine.limit.GuessLimits.Wrong;
import io.countersign.engine.limit.GuessSettings;
import io.countersign.events.id.ChallengeId;
import io.countersign.identity.NoTransactions;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.ledger.GuessLedger.Guess;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** A ledger in memory, for guesses that come from no known device. */
public final class InMemoryLedger {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final WrongGuesses wrong;
    private final GuessLedger ledger;

    public InMemoryLedger(Clock clock) {
        this.wrong = new InMemoryWrongGuesses(clock);
        this.ledger = new GuessLedger(wrong, new GuessSettings(5, 10), new NoTransactions());
    }

    public GuessLedger ledger() {
        return ledger;
    }

    /** The chance that all wrong guesses at the account had. */
    public double charged(AccountId account) {
        return wrong.ofYear(account, Optional.empty()).wrong().stream()
                .mapToDouble(Wrong::chance)
                .sum();
    }

    public void spendTheYear(AccountId account) {
        ChallengeId other = ChallengeId.next(RANDOM);
        wrong.add(new Guess(account, Method.SMS, GuessLimits.YEARLY, other, Optional.empty()));
    }
}
