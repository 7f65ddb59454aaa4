package io.countersign.challenge;

import java.time.Instant;

/**
 * All guesses were wrong.
 *
 * @param terms what never changes
 * @param at when the last one was made
 */
public record Locked(Terms terms, Instant at) implements Challenge {

    @Override
    public Verdict verdict() {
        return Verdict.LOCKED;
    }
}
