package io.countersign.delivery;

import io.countersign.events.Progress;

/** Its deadline passed, or its challenge or notice ended, before it was sent. */
public record TooLate(Head head) implements Delivery {

    @Override
    public Progress progress() {
        return Progress.TOO_LATE;
    }

    @Override
    public Delivery receive(Receipt receipt) {
        return Receipts.apply(head, receipt);
    }
}
