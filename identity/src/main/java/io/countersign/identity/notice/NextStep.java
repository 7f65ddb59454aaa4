package io.countersign.identity.notice;

import io.countersign.delivery.Claimed;
import io.countersign.delivery.Delivered;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Failed;
import io.countersign.delivery.Queued;
import io.countersign.delivery.Ringing;
import io.countersign.delivery.Sent;
import io.countersign.delivery.TooLate;
import io.countersign.delivery.Unknown;
import java.util.Optional;

/** What is to be done about a notice that is due. */
enum NextStep {
    /** It has ended; the report has not arrived here yet. */
    NOTHING,
    /**
     * A worker may still carry out its latest round if it gets the event, which may have been lost.
     */
    SAME_ROUND,
    /** No worker will carry out its latest round, or there was none. */
    NEXT_ROUND;

    /** Empty where the store knows nothing of the latest round. */
    static NextStep after(Optional<Delivery> latest) {
        return latest.map(NextStep::after).orElse(NEXT_ROUND);
    }

    private static NextStep after(Delivery latest) {
        return switch (latest) {
            case Queued _, Claimed _ -> SAME_ROUND;
            case Unknown _, TooLate _ -> NEXT_ROUND;
            case Sent _, Ringing _, Delivered _, Failed _ -> NOTHING;
        };
    }
}
