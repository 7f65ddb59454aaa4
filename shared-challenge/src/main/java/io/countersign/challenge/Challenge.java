package io.countersign.challenge;

import java.time.Instant;

/** A challenge in one of its states. Only {@link Pending} can be answered; all others are final. */
public sealed interface Challenge permits Pending, Approved, Denied, Locked, Expired {

    Terms terms();

    Verdict verdict();

    /** The state as seen at {@code now}: a pending challenge expires by its deadline alone. */
    default Challenge at(Instant now) {
        return this;
    }
}
