package io.countersign.delivery.store;

import io.countersign.delivery.Acceptance;
import io.countersign.delivery.Claim;
import io.countersign.delivery.Claimed;
import io.countersign.delivery.Delivered;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Failed;
import io.countersign.delivery.Queued;
import io.countersign.delivery.Ringing;
import io.countersign.delivery.Sent;
import io.countersign.delivery.TooLate;
import io.countersign.delivery.Unknown;
import io.countersign.events.FailureReason;
import java.time.Duration;
import java.time.Instant;

/** The rules by which workers take deliveries and say what became of them. */
public final class Claims {

    private Claims() {}

    /**
     * Takes the delivery where it is free and there is time enough to send it.
     *
     * @param holder unique to the worker and this call
     * @param sendTimeout how long the provider may take
     * @param margin how much longer the lease lasts
     */
    public static DeliveryTransition<ClaimOutcome> claim(
            String holder, Duration sendTimeout, Duration margin) {
        return (current, now) ->
                switch (current.at(now)) {
                    case Queued queued when now.isBefore(queued.sendableUntil(sendTimeout)) ->
                            granted(
                                    queued.claim(
                                            new Claim(holder, now.plus(sendTimeout).plus(margin))),
                                    queued.sendableUntil(sendTimeout));
                    case Queued queued -> over(queued.tooLate());
                    case Claimed claimed when claimed.leaseLiveAt(now) ->
                            new DeliveryChange<>(
                                    claimed, new ClaimOutcome.Held(claimed.claim().leaseUntil()));
                    case Claimed claimed -> over(claimed.unknown());
                    case Sent sent -> over(sent);
                    case Ringing ringing -> over(ringing);
                    case Delivered delivered -> over(delivered);
                    case Failed failed -> over(failed);
                    case Unknown unknown -> over(unknown);
                    case TooLate tooLate -> over(tooLate);
                };
    }

    /**
     * Ends a delivery that waits, because its subject has ended; leaves one that has begun to its
     * claim.
     */
    public static DeliveryTransition<ClaimOutcome> withdraw(
            DeliveryTransition<ClaimOutcome> claim) {
        return (current, now) ->
                current.at(now) instanceof Queued queued
                        ? over(queued.tooLate())
                        : claim.from(current, now);
    }

    /** The provider accepted; stands even where the lease had run out meanwhile. */
    public static DeliveryTransition<Delivery> sent(Acceptance acceptance) {
        return (current, _) ->
                switch (current) {
                    case Claimed claimed -> same(claimed.sent(acceptance));
                    case Unknown unknown -> same(unknown.sent(acceptance));
                    case Queued _, Sent _, Ringing _, Delivered _, Failed _, TooLate _ ->
                            same(current);
                };
    }

    /** The delivery will not arrive; said by the claim's holder. */
    public static DeliveryTransition<Delivery> failed(String holder, FailureReason reason) {
        return byHolder(holder, (claimed, _) -> claimed.fail(reason));
    }

    /** The provider certainly did not take it; it may be tried again. */
    public static DeliveryTransition<Delivery> release(String holder) {
        return byHolder(holder, (claimed, _) -> claimed.release());
    }

    /** No provider was asked in time: back to the queue while another send would end in time. */
    public static DeliveryTransition<Delivery> notSent(String holder, Duration sendTimeout) {
        return byHolder(
                holder,
                (claimed, now) ->
                        now.isBefore(claimed.release().sendableUntil(sendTimeout))
                                ? claimed.release()
                                : claimed.tooLate());
    }

    /**
     * The provider may have taken it; a receipt may still say so within the grace time. A delivery
     * that has been given up already stays so.
     */
    public static DeliveryTransition<Delivery> uncertain(String holder, Duration grace) {
        return byHolder(
                holder,
                (claimed, now) ->
                        claimed.at(now) instanceof Claimed awaited
                                ? awaited.awaitReceipt(now.plus(grace))
                                : claimed.unknown());
    }

    /** The request was not published: ends the delivery unless a worker has it already. */
    public static DeliveryTransition<Delivery> notPublished() {
        return (current, _) ->
                current instanceof Queued queued
                        ? same(queued.fail(FailureReason.NOT_PUBLISHED))
                        : same(current);
    }

    private static DeliveryTransition<Delivery> byHolder(String holder, HolderStep step) {
        return (current, now) ->
                current instanceof Claimed claimed && claimed.heldBy(holder)
                        ? same(step.from(claimed, now))
                        : same(current);
    }

    private interface HolderStep {
        Delivery from(Claimed claimed, Instant now);
    }

    private static DeliveryChange<ClaimOutcome> granted(Claimed claimed, Instant notAfter) {
        return new DeliveryChange<>(claimed, new ClaimOutcome.Granted(claimed), notAfter);
    }

    private static DeliveryChange<ClaimOutcome> over(Delivery delivery) {
        return new DeliveryChange<>(delivery, new ClaimOutcome.Over(delivery));
    }

    private static DeliveryChange<Delivery> same(Delivery delivery) {
        return new DeliveryChange<>(delivery, delivery);
    }
}
