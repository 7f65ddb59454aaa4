package io.countersign.identity.factor.phone;

import io.countersign.events.content.Destination;

/**
 * A number that can take an SMS.
 *
 * @param destination E.164
 * @param region ISO 3166 country that the number belongs to
 */
public record UsableNumber(Destination destination, String region) {}
