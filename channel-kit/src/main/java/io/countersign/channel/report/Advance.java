package io.countersign.channel.report;

import io.countersign.delivery.Delivery;

/**
 * A delivery before and after news about it; the two are equal where the news was known already.
 */
public record Advance(Delivery before, Delivery after) {

    public boolean happened() {
        return !after.equals(before);
    }
}
