package io.countersign.channel.followup;

import io.countersign.events.id.DeliveryId;

/**
 * A delivery to look at again.
 *
 * @param sealedTask what it takes to go on, sealed
 */
public record FollowUp(DeliveryId delivery, byte[] sealedTask) {}
