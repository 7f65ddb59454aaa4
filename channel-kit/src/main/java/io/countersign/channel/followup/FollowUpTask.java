package io.countersign.channel.followup;

import io.countersign.events.DeliveryRequested;
import io.countersign.events.id.DeliveryId;

/**
 * What a worker needs to continue a delivery.
 *
 * @param attempt which try of the request's current step it was, from 1
 */
public record FollowUpTask(DeliveryRequested request, int attempt) {

    public DeliveryId delivery() {
        return request.delivery(attempt);
    }
}
