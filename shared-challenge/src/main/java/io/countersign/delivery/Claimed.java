package io.countersign.delivery;

import io.countersign.events.FailureReason;
import io.countersign.events.Progress;
import java.time.Instant;

/** A worker calls a provider, or died doing so. */
public record Claimed(Head head, Claim claim) implements Delivery {

    @Override
    public Progress progress() {
        return Progress.CLAIMED;
    }

    @Override
    public Delivery at(Instant now) {
        return now.isBefore(head.deadline()) || leaseLiveAt(now) ? this : unknown();
    }

    public boolean leaseLiveAt(Instant now) {
        return now.isBefore(claim.leaseUntil());
    }

    public boolean heldBy(String holder) {
        return claim.holder().equals(holder);
    }

    public Sent sent(Acceptance acceptance) {
        return new Sent(head, acceptance);
    }

    public Failed fail(FailureReason reason) {
        return new Failed(head, reason);
    }

    /** Back to the queue: the provider certainly did not take it. */
    public Queued release() {
        return new Queued(head);
    }

    /** Nothing of it left before its time ran out. */
    public TooLate tooLate() {
        return new TooLate(head);
    }

    /** Waits for a receipt: the provider may have taken it. */
    public Claimed awaitReceipt(Instant until) {
        return new Claimed(head, new Claim(claim.holder(), until));
    }

    /** It did not become known in time whether a provider took it. */
    public Unknown unknown() {
        return new Unknown(head);
    }

    @Override
    public Delivery receive(Receipt receipt) {
        return Receipts.apply(head, receipt);
    }
}
