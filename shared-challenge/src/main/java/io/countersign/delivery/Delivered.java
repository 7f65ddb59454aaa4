package io.countersign.delivery;

import io.countersign.events.Progress;

/** The provider says that it arrived. */
public record Delivered(Head head, Acceptance acceptance) implements Delivery {

    @Override
    public Progress progress() {
        return Progress.DELIVERED;
    }

    @Override
    public Delivery receive(Receipt receipt) {
        return this;
    }
}
