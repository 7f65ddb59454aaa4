package io.countersign.gateway.signin;

import java.time.Instant;

/** What became of a password that was asked for again. */
public sealed interface ReenterOutcome {

    /** It is the account's. */
    record Right() implements ReenterOutcome {}

    /** It is not, or the account may not be used any more. */
    record Wrong() implements ReenterOutcome {}

    /** Too many wrong ones before; this one was not looked at. */
    record TooMany(Instant retryAt) implements ReenterOutcome {}
}
