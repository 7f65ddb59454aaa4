package io.countersign.identity.credential;

import io.countersign.identity.attempt.Attempt;
import java.time.Instant;

/** What became of an e-mail address and a password. */
public sealed interface PasswordOutcome {

    /** Both fit. */
    record Right(Attempt attempt) implements PasswordOutcome {}

    /** They do not, or the account may not be used; nobody is told which. */
    record Wrong() implements PasswordOutcome {}

    /** Too many wrong ones before; these were not looked at. */
    record TooMany(Instant retryAt) implements PasswordOutcome {}

    /** Too many wait already; these were not looked at and do not count. */
    record Busy() implements PasswordOutcome {}
}
