package io.countersign.delivery;

import io.countersign.events.FailureReason;
import io.countersign.events.Progress;
import java.time.Duration;
import java.time.Instant;

/** Waits for a worker. */
public record Queued(Head head) implements Delivery {

    @Override
    public Progress progress() {
        return Progress.QUEUED;
    }

    @Override
    public Delivery at(Instant now) {
        return now.isBefore(head.deadline()) ? this : new TooLate(head);
    }

    /**
     * The time from which a send that takes {@code sendTimeout} would not end before the deadline.
     */
    public Instant sendableUntil(Duration sendTimeout) {
        return head.deadline().minus(sendTimeout);
    }

    /** Belongs to one worker until its lease ends. */
    public Claimed claim(Claim claim) {
        return new Claimed(head, claim);
    }

    public TooLate tooLate() {
        return new TooLate(head);
    }

    /** Ends it before any worker took it. */
    public Failed fail(FailureReason reason) {
        return new Failed(head, reason);
    }

    /** A provider that answered "not taken" took it after all. */
    @Override
    public Delivery receive(Receipt receipt) {
        return Receipts.apply(head, receipt);
    }
}
