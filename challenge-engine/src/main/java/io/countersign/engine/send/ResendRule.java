package io.countersign.engine.send;

import io.countersign.challenge.Challenge;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Failed;
import io.countersign.engine.open.ChallengeSettings;
import io.countersign.events.FailureReason;
import io.countersign.events.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * When the next delivery to a factor may be asked for: a while after the latest one to it, or at
 * once where that one, as far as known, will not arrive.
 */
@Component
public class ResendRule {

    private final RoundDeliveries deliveries;
    private final ChallengeSettings settings;

    ResendRule(RoundDeliveries deliveries, ChallengeSettings settings) {
        this.deliveries = deliveries;
        this.settings = settings;
    }

    /** Reads the latest round's delivery. */
    public Waiting after(Challenge challenge) {
        if (!(challenge instanceof Pending pending) || pending.rounds().isEmpty()) {
            return new Waiting(0, settings.resendAfter());
        }
        Round last = pending.rounds().getLast();
        return after(last, deliveries.latest(pending, last));
    }

    /**
     * The same for a round whose delivery was read already.
     *
     * @param delivery its latest; empty when the store has lost it
     */
    public Waiting after(Round last, Optional<Delivery> delivery) {
        boolean hopeless = delivery.map(latest -> hopeless(last, latest)).orElse(true);
        return new Waiting(hopeless ? last.number() : 0, settings.resendAfter());
    }

    /** If the route has a next step, a worker continues by itself. */
    private boolean hopeless(Round round, Delivery latest) {
        boolean notPublished =
                latest instanceof Failed failed && failed.reason() == FailureReason.NOT_PUBLISHED;
        return notPublished
                || (lost(latest.progress()) && deliveries.last(round, latest.head().id()));
    }

    private static boolean lost(Progress progress) {
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
    public record Waiting(int lostRound, Duration otherwise) {

        /**
         * When the factor can be sent to.
         *
         * @param factor its id; a factor other than the latest need not wait
         */
        public Instant possibleAt(Pending challenge, String factor) {
            return latestTo(challenge, factor)
                    .map(latest -> latest.requestedAt().plus(otherwise))
                    .orElse(challenge.terms().openedAt());
        }

        /**
         * Whether that is still to come. The first delivery is never too soon, even if the store's
         * clock was taken to be a little ahead when the challenge was opened.
         */
        boolean tooSoon(Pending challenge, String factor, Instant now) {
            return latestTo(challenge, factor).isPresent()
                    && now.isBefore(possibleAt(challenge, factor));
        }

        /** The latest round to the factor that may still arrive. */
        private Optional<Round> latestTo(Pending challenge, String factor) {
            return challenge.rounds().stream()
                    .filter(earlier -> earlier.factor().equals(factor))
                    .reduce((_, later) -> later)
                    .filter(latest -> latest.number() != lostRound);
        }
    }
}
