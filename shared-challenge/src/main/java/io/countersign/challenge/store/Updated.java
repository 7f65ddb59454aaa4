package io.countersign.challenge.store;

import java.time.Instant;

/** What became of an update. */
public sealed interface Updated<R> {

    /** It is stored. */
    record Done<R>(R result) implements Updated<R> {}

    /**
     * A limit was reached; nothing is stored or counted.
     *
     * @param limit the name of the rule; of several, the one that holds for longest
     * @param retryAt when it allows the next one
     */
    record Limited<R>(String limit, Instant retryAt) implements Updated<R> {}

    /** There is no such challenge: it ended long ago, or the store lost it. */
    record Missing<R>() implements Updated<R> {}
}
