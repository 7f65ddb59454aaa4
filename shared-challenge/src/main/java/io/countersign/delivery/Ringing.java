package io.countersign.delivery;

import io.countersign.events.Progress;

/** The person's phone rings. */
public record Ringing(Head head, Acceptance acceptance) implements Delivery {

    @Override
    public Progress progress() {
        return Progress.RINGING;
    }

    @Override
    public Delivery receive(Receipt receipt) {
        return switch (receipt) {
            case Receipt.OnItsWay _, Receipt.Rings _ -> this;
            case Receipt.Arrived _ -> new Delivered(head, acceptance);
            case Receipt.Lost lost -> new Failed(head, lost.reason());
        };
    }
}
