package io.countersign.challenge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The right answer came in time.
 *
 * @param terms what never changes
 * @param method how it was answered
 * @param at when
 * @param answered the challenge as it was, to recognise the same answer until the deadline if the
 *     answer had no effect; null where it was decided elsewhere
 */
public record Approved(Terms terms, Method method, Instant at, @Nullable Pending answered)
        implements Challenge {

    /** By a decision that was made elsewhere. */
    public Approved(Terms terms, Method method, Instant at) {
        this(terms, method, at, null);
    }

    /** The same, answered by a method other than the one asked for. */
    public Approved by(Method other) {
        return new Approved(terms, other, at, answered);
    }

    @Override
    public Verdict verdict() {
        return Verdict.APPROVED;
    }
}
