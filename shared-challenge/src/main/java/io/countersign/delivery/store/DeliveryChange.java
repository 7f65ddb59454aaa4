package io.countersign.delivery.store;

import io.countersign.delivery.Delivery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a transition makes of a delivery.
 *
 * @param next the state to store
 * @param result what the caller is told once it is stored
 * @param notAfter the change takes effect before then, or the transition is called again; null for
 *     no limit
 */
public record DeliveryChange<R>(Delivery next, R result, @Nullable Instant notAfter) {

    public DeliveryChange(Delivery next, R result) {
        this(next, result, null);
    }
}
