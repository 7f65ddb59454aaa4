package io.countersign.channel.report;

import io.countersign.delivery.Delivery;

/** A delivery before and after something was said about it; both alike where that was known. */
public record Advance(Delivery before, Delivery after) {

    public boolean happened() {
        return !after.equals(before);
    }
}
