package io.countersign.broker;

import io.countersign.events.WireEvent;

/**
 * An event as it is handed to a handler.
 *
 * @param redelivery how many times this event was handed out before, 0 at first; a lower bound: a
 *     broker that does not count (Kafka) starts again at 0 when another process takes over
 */
public record ReceivedEvent(WireEvent event, int redelivery) {}
