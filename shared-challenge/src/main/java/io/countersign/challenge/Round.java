package io.countersign.challenge;

import io.countersign.events.Channel;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import java.time.Instant;
import java.util.List;

/**
 * One request for delivery within a challenge.
 *
 * @param number from 1
 * @param method which the person chose
 * @param factor the id of the factor it goes to, opaque to this module
 * @param route the channels that may carry it, in order
 * @param requestedAt when, by the store's clock
 */
public record Round(
        int number, Method method, String factor, List<Channel> route, Instant requestedAt) {

    public Round {
        route = List.copyOf(route);
    }

    /** The delivery of the first try of its first step. */
    public DeliveryId firstDelivery(ChallengeId challenge) {
        return new DeliveryId(challenge, number, 0, 1);
    }
}
