package io.countersign.gateway.challenge;

import io.countersign.challenge.Challenge;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.delivery.Deliveries;
import io.countersign.delivery.Delivery;
import io.countersign.events.DeliveryId;
import io.countersign.events.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * When the next delivery may be asked for: after a while, or at once where the latest one will not
 * arrive as far as anybody knows.
 */
@Component
class ResendRule {

    private final Deliveries deliveries;

    ResendRule(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** Looks at the latest round's delivery. */
    Free freeAfter(Challenge challenge) {
        if (!(challenge instanceof Pending pending) || pending.rounds().isEmpty()) {
            return new Free(0);
        }
        Round last = pending.rounds().getLast();
        DeliveryId id = last.firstDelivery(pending.terms().id());
        Delivery delivery = deliveries.find(List.of(id)).get(id);
        return new Free(delivery == null || hopeless(delivery.progress()) ? last.number() : 0);
    }

    static boolean hopeless(Progress progress) {
        return switch (progress) {
            case FAILED, UNKNOWN, TOO_LATE -> true;
            case QUEUED, CLAIMED, SENT, DELIVERED -> false;
        };
    }

    /**
     * A round whose delivery was seen to have ended without arriving.
     *
     * @param round its number; 0 for none
     */
    record Free(int round) {

        Instant possibleAt(Pending challenge, Duration resendAfter) {
            return challenge
                    .lastRound()
                    .filter(last -> last.number() != round)
                    .map(last -> last.requestedAt().plus(resendAfter))
                    .orElse(challenge.terms().openedAt());
        }
    }
}
