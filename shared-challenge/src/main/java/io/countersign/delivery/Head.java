package io.countersign.delivery;

import io.countersign.events.Channel;
import io.countersign.events.id.DeliveryId;
import java.time.Instant;

/**
 * What never changes about a delivery.
 *
 * @param id names it
 * @param channel over which
 * @param deadline nothing is sent at or after it
 */
public record Head(DeliveryId id, Channel channel, Instant deadline) {}
