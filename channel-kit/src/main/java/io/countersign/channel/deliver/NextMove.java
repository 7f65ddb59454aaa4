package io.countersign.channel.deliver;

import io.countersign.delivery.Claimed;
import io.countersign.delivery.Delivered;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Failed;
import io.countersign.delivery.Queued;
import io.countersign.delivery.Ringing;
import io.countersign.delivery.Sent;
import io.countersign.delivery.TooLate;
import io.countersign.delivery.Unknown;
import io.countersign.events.FailureReason;

/** The rule by which a step is tried again and handed over. */
enum NextMove {
    /** It may still arrive, or be found not to. */
    WAIT,
    /** Another try of the same step. */
    TRY_AGAIN,
    /** The next step. */
    HAND_OVER,
    NOTHING;

    /** What follows a try of a step now. */
    static NextMove after(Delivery delivery, DeliveryTask task) {
        return switch (delivery) {
            case Queued _, Claimed _, Sent _, Ringing _, Unknown _ -> WAIT;
            case Failed(_, FailureReason reason) -> afterFailure(reason, task);
            case Delivered _, TooLate _ -> NOTHING;
        };
    }

    /**
     * What follows when the step's patience has run out. If the phone rang, nothing follows; and
     * what may have been taken is not sent again on the same channel.
     */
    static NextMove afterPatience(Delivery delivery, DeliveryTask task) {
        return switch (delivery) {
            case Sent _ -> task.triesLeft() ? TRY_AGAIN : handOver(task);
            case Unknown _ -> handOver(task);
            case Queued _, Claimed _ -> WAIT;
            case Failed(_, FailureReason reason) -> afterFailure(reason, task);
            case Ringing _, Delivered _, TooLate _ -> NOTHING;
        };
    }

    private static NextMove afterFailure(FailureReason reason, DeliveryTask task) {
        return switch (reason) {
            case NOT_DELIVERED, LINE_BUSY -> task.triesLeft() ? TRY_AGAIN : handOver(task);
            case DESTINATION_INVALID,
                    BLOCKED_BY_RECIPIENT,
                    REGION_NOT_SERVED,
                    PROVIDER_UNAVAILABLE ->
                    handOver(task);
            // The gateway has told the person that nothing comes.
            case NOT_PUBLISHED, NOT_AUTHENTIC -> NOTHING;
        };
    }

    private static NextMove handOver(DeliveryTask task) {
        return task.request().hasNextStep() ? HAND_OVER : NOTHING;
    }
}
