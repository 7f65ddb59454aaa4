package io.countersign.delivery;

import io.countersign.events.Progress;

/** Its deadline passed, or what it was for was over, before anybody sent it. */
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
