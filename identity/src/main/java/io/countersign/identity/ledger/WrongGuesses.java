package io.countersign.identity.ledger;

import io.countersign.engine.limit.GuessLimits.Wrong;
import io.countersign.events.id.ChallengeId;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.ledger.GuessLedger.Guess;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where wrong guesses are kept. */
interface WrongGuesses {

    /** Makes every other charge to the account wait until the transaction ends. */
    void hold(AccountId account);

    /** Those of the last year that could have been right by chance. */
    PastGuesses ofYear(AccountId account, Optional<UUID> bucket);

    /**
     * What was guessed wrongly.
     *
     * @param wrong oldest first
     * @param now by the clock that they are kept by
     */
    record PastGuesses(List<Wrong> wrong, Instant now) {

        public PastGuesses {
            wrong = List.copyOf(wrong);
        }
    }

    /** How many there were at one challenge, by any method. */
    int at(ChallengeId challenge);

    void add(Guess guess);

    /**
     * Stops counting guesses made before the account's last change of password, if this attempt
     * succeeded by a recovery code, or by a factor on a known device.
     */
    void forgive(AccountId account, AttemptId attempt);
}
