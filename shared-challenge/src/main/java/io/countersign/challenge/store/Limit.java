package io.countersign.challenge.store;

import java.time.Duration;

/**
 * A most number of dispatches within a sliding window, counted separately for each name and key.
 *
 * @param name which rule it is, for the person and the operator
 * @param key whom it counts for, opaque: never a phone number in clear
 * @param most how many within the window, from 1
 * @param window how far back it counts
 */
public record Limit(String name, String key, int most, Duration window) {

    /**
     * @throws IllegalArgumentException when nothing at all would be allowed
     */
    public Limit {
        if (most < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("a limit allows something within some time");
        }
    }
}
