package io.countersign.challenge;

import java.time.Instant;

/**
 * The person said that it was not them.
 *
 * @param terms what never changes
 * @param at when
 */
public record Denied(Terms terms, Instant at) implements Challenge {

    @Override
    public Verdict verdict() {
        return Verdict.DENIED;
    }
}
