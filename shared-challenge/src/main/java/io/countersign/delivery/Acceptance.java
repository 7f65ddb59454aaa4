package io.countersign.delivery;

import java.time.Instant;

/**
 * A provider's word that it took a delivery.
 *
 * @param provider its name as configured
 * @param reference its own id for the message
 * @param at when we learned of it
 */
public record Acceptance(String provider, String reference, Instant at) {}
