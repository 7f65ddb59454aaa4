package io.countersign.channel.send;

/**
 * Who answered, and what.
 *
 * @param provider its name as configured
 */
public record ProviderAnswer(String provider, DeliveryOutcome outcome) {}
