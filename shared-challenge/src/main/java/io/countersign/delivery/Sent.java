package io.countersign.delivery;

import io.countersign.events.Progress;

/** A provider accepted it. */
public record Sent(Head head, Acceptance acceptance) implements Delivery {

    @Override
    public Progress progress() {
        return Progress.SENT;
    }

    @Override
    public Delivery receive(Receipt receipt) {
        return switch (receipt) {
            case Receipt.OnItsWay _ -> this;
            case Receipt.Rings _ -> new Ringing(head, acceptance);
            case Receipt.Arrived _ -> new Delivered(head, acceptance);
            case Receipt.Lost lost -> new Failed(head, lost.reason());
        };
    }
}
