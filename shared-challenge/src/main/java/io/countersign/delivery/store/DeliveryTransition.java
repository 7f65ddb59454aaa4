package io.countersign.delivery.store;

import io.countersign.delivery.Delivery;
import java.time.Instant;

/** A pure step from one state to the next; looks at nothing but its arguments. */
@FunctionalInterface
public interface DeliveryTransition<R> {

    DeliveryChange<R> from(Delivery current, Instant now);
}
