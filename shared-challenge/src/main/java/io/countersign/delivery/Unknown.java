package io.countersign.delivery;

import io.countersign.events.Progress;

/** A provider may have taken it; it is not sent again by itself. */
public record Unknown(Head head) implements Delivery {

    @Override
    public Progress progress() {
        return Progress.UNKNOWN;
    }

    /** The worker that had been given up did get its answer. */
    public Sent sent(Acceptance acceptance) {
        return new Sent(head, acceptance);
    }

    @Override
    public Delivery receive(Receipt receipt) {
        return Receipts.apply(head, receipt);
    }
}
