package io.countersign.delivery;

import io.countersign.events.FailureReason;
import io.countersign.events.Progress;

/**
 * It will not arrive.
 *
 * @param head what never changes
 * @param reason why
 */
public record Failed(Head head, FailureReason reason) implements Delivery {

    @Override
    public Progress progress() {
        return Progress.FAILED;
    }

    /** Only an arrival overrides a failure: providers report out of order. */
    @Override
    public Delivery receive(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Arrived(Acceptance acceptance) -> new Delivered(head, acceptance);
            case Receipt.OnItsWay _, Receipt.Rings _, Receipt.Lost _ -> this;
        };
    }
}
