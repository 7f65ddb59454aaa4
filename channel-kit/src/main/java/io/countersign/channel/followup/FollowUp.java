package io.countersign.channel.followup;

import io.countersign.events.id.DeliveryId;

/**
 * A delivery to look at again.
 *
 * @param sealedTask what the worker needs to continue, sealed
 */
public record FollowUp(DeliveryId delivery, byte[] sealedTask) {}
