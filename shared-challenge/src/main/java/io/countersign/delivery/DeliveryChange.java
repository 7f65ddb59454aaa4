package io.countersign.delivery;

/**
 * What a transition makes of a delivery.
 *
 * @param next the state to store
 * @param result what the caller is told once it is stored
 */
public record DeliveryChange<R>(Delivery next, R result) {}
