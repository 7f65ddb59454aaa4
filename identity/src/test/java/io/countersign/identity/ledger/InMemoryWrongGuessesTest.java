package io.countersign.identity.ledger;

import io.countersign.identity.account.AccountId;
import io.countersign.test.MovableClock;
import java.time.Duration;

class InMemoryWrongGuessesTest extends WrongGuessesContract {

    private final MovableClock clock = new MovableClock();
    private final WrongGuesses guesses = new InMemoryWrongGuesses(clock);

    @Override
    WrongGuesses guesses() {
        return guesses;
    }

    @Override
    AccountId account() {
        return AccountId.next();
    }

    @Override
    void pass(AccountId account, Duration time) {
        clock.advance(time);
    }
}
