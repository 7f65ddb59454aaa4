package io.countersign.identity.credential;

import java.time.Instant;

/** What became of a password that was asked for again. */
public sealed interface ReenterOutcome {

    /** It is the account's. */
    record Right() implements ReenterOutcome {}

    /** It was not taken; nothing may change. */
    sealed interface Refused extends ReenterOutcome {}

    /** It is not the account's, or the account may not be used any more. */
    record Wrong() implements Refused {}

    /** Too many wrong ones came before; this one was not checked. */
    record TooMany(Instant retryAt) implements Refused {}

    /** Too many wait already; this one was not checked and does not count. */
    record Busy() implements Refused {}
}
