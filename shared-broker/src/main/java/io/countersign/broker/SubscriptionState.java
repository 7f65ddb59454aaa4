package io.countersign.broker;

import java.time.Duration;
import java.util.Optional;

/**
 * How a subscription is doing.
 *
 * @param assigned whether the broker has given it a share of the topic; with more subscribers than
 *     shares, one without a share is healthy too
 * @param sinceLastPoll how long ago it last asked the broker for events, whether or not the broker
 *     was reachable; empty before the first time and after the end
 * @param inFlight events being handled at this moment
 * @param held events taken and not finished: in flight, waiting for their turn or to be handed
 *     again
 * @param paused whether it takes no more because it holds enough
 */
public record SubscriptionState(
        boolean assigned,
        Optional<Duration> sinceLastPoll,
        int inFlight,
        int held,
        boolean paused) {}
