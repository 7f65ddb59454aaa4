package io.countersign.channel.followup;

import io.countersign.events.id.DeliveryId;
import java.time.Duration;
import java.util.List;

/**
 * What one channel's workers have to look at again, kept until one of them has. It goes by the
 * store's clock; each operation throws {@link io.countersign.challenge.store.StoreUnavailable},
 * quickly, when the store does not answer.
 */
public interface FollowUps {

    /**
     * Has a worker look after a while; replaces what was kept for the delivery.
     *
     * @param sealedTask what the worker needs to continue, sealed
     */
    void schedule(DeliveryId delivery, byte[] sealedTask, Duration after);

    /** Has a worker look at once, where anything is kept for the delivery. */
    void hurry(DeliveryId delivery);

    /**
     * Those that are due, each to one caller until the lease ends.
     *
     * @param most how many, from 1
     */
    List<FollowUp> takeDue(int most, Duration lease);

    /** Forgets it. */
    void done(DeliveryId delivery);
}
