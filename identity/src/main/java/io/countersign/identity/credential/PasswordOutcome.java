package io.countersign.identity.credential;

import io.countersign.identity.attempt.Attempt;
import java.time.Instant;

/** What became of an e-mail address and a password. */
public sealed interface PasswordOutcome {

    /** Both fit. */
    record Right(Attempt attempt) implements PasswordOutcome {}

    /** They do not, or the account may not be used; the answer does not tell which. */
    record Wrong() implements PasswordOutcome {}

    /** Too many wrong ones came before; these were not checked. */
    record TooMany(Instant retryAt) implements PasswordOutcome {}

    /** Too many wait already; these were not checked and do not count. */
    record Busy() implements PasswordOutcome {}
}
