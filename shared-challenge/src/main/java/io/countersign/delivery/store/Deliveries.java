package io.countersign.delivery.store;

import io.countersign.delivery.Delivery;
import io.countersign.delivery.Queued;
import io.countersign.events.id.DeliveryId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Where deliveries are kept, until a day after their deadline. Every operation is atomic, goes by
 * the store's clock and throws {@link io.countersign.challenge.store.StoreUnavailable}, quickly,
 * when the store does not answer.
 */
public interface Deliveries {

    /** Stores a delivery unless there is one of its id already. */
    void queue(Queued delivery);

    /** Those of the given deliveries that exist, as they are now. */
    Map<DeliveryId, Delivery> find(Collection<DeliveryId> ids);

    /**
     * Replaces the delivery by what the transition makes of it; may call it more than once. Empty
     * when there is none: nothing may be sent then, because no one knows what was sent before.
     */
    <R> Optional<R> update(DeliveryId id, DeliveryTransition<R> transition);
}
