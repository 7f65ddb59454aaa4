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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When the next delivery to a factor may be asked for: a while after the latest one to it, or at
 * once where that one will not arrive as far as anybody knows.
 */
@Component
class ResendRule {

    private final Deliveries deliveries;
    private final ChallengeSettings settings;

    ResendRule(Deliveries deliveries, ChallengeSettings settings) {
        this.deliveries = deliveries;
        this.settings = settings;
    }

    /** Looks at the latest round's delivery. */
    Waiting after(Challenge challenge) {
        if (!(challenge instanceof Pending pending) || pending.rounds().isEmpty()) {
            return new Waiting(0, settings.resendAfter());
        }
        Round last = pending.rounds().getLast();
        DeliveryId id = last.firstDelivery(pending.terms().id());
        return after(last, deliveries.find(List.of(id)).get(id));
    }

    /**
     * The same for a round whose delivery was read already.
     *
     * @param delivery null when the store has lost it
     */
    Waiting after(Round last, @Nullable Delivery delivery) {
        boolean hopeless = delivery == null || hopeless(delivery.progress());
        return new Waiting(hopeless ? last.number() : 0, settings.resendAfter());
    }

    private static boolean hopeless(Progress progress) {
        return switch (progress) {
            case FAILED, UNKNOWN, TOO_LATE -> true;
            case QUEUED, CLAIMED, SENT, RINGING, DELIVERED -> false;
        };
    }

    /**
     * How long to wait, as far as known when the latest delivery was looked at.
     *
     * @param lostRound the number of the round that was seen not to arrive; 0 for none
     * @param otherwise after a round that may arrive
     */
    record Waiting(int lostRound, Duration otherwise) {

        /**
         * When the factor can be sent to.
         *
         * @param factor its id; another one than the latest need not wait
         */
        Instant possibleAt(Pending challenge, String factor) {
            return challenge.rounds().stream()
                    .filter(earlier -> earlier.factor().equals(factor))
                    .reduce((_, later) -> later)
                    .filter(last -> last.number() != lostRound)
                    .map(last -> last.requestedAt().plus(otherwise))
                    .orElse(challenge.terms().openedAt());
        }
    }
}
