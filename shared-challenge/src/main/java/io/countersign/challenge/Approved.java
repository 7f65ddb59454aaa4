package io.countersign.challenge;

import java.time.Instant;

/**
 * The right answer came in time.
 *
 * @param terms what never changes
 * @param method how it was answered
 * @param at when
 */
public record Approved(Terms terms, Method method, Instant at) implements Challenge {

    @Override
    public Verdict verdict() {
        return Verdict.APPROVED;
    }
}
