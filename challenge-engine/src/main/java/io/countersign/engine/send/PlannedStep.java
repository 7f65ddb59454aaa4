package io.countersign.engine.send;

import io.countersign.events.Channel;
import io.countersign.events.content.Destination;
import io.countersign.events.content.Message;
import java.time.Duration;

/**
 * One step of a route, in clear.
 *
 * @param tries how often its worker may try, from 1
 * @param patience how long one try may stay without an outcome
 */
public record PlannedStep(
        Channel channel, Destination destination, Message message, int tries, Duration patience) {}
