package io.countersign.challenge.store;

import io.countersign.delivery.Queued;
import java.util.List;

/**
 * Deliveries that begin together with a change, and the limits they count against.
 *
 * @param deliveries stored as queued
 * @param limits all of them are taken, or none and the change does not happen
 */
public record Dispatch(List<Queued> deliveries, List<Limit> limits) {

    public static final Dispatch NOTHING = new Dispatch(List.of(), List.of());

    public Dispatch {
        deliveries = List.copyOf(deliveries);
        limits = List.copyOf(limits);
    }
}
