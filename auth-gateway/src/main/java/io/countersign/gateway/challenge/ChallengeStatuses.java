package io.countersign.gateway.challenge;

import io.countersign.challenge.Challenge;
import io.countersign.challenge.Challenges;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.delivery.Deliveries;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Failed;
import io.countersign.events.ChallengeId;
import io.countersign.events.DeliveryId;
import io.countersign.events.Progress;
import io.countersign.gateway.challenge.ChallengeStatus.DeliveryStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads where a challenge stands. */
@Component
public class ChallengeStatuses {

    private final Challenges challenges;
    private final Deliveries deliveries;
    private final ResendRule resendRule;

    ChallengeStatuses(Challenges challenges, Deliveries deliveries, ResendRule resendRule) {
        this.challenges = challenges;
        this.deliveries = deliveries;
        this.resendRule = resendRule;
    }

    /** Empty when the challenge ended long ago, or the store lost it. */
    public Optional<ChallengeStatus> find(ChallengeId id) {
        return challenges.find(id).map(this::status);
    }

    private ChallengeStatus status(Challenge challenge) {
        Instant now = challenges.now();
        Instant deadline = challenge.terms().deadline();
        if (!(challenge instanceof Pending pending)) {
            return new ChallengeStatus(challenge.verdict(), 0, deadline, now, null, now);
        }
        if (pending.rounds().isEmpty()) {
            return new ChallengeStatus(
                    pending.verdict(), pending.guessesLeft(), deadline, now, null, now);
        }
        Round last = pending.rounds().getLast();
        DeliveryId id = last.firstDelivery(pending.terms().id());
        @Nullable Delivery delivery = deliveries.find(List.of(id)).get(id);
        return new ChallengeStatus(
                pending.verdict(),
                pending.guessesLeft(),
                deadline,
                resendRule.after(last, delivery).possibleAt(pending, last.factor()),
                status(last, delivery),
                now);
    }

    private static DeliveryStatus status(Round round, @Nullable Delivery delivery) {
        return new DeliveryStatus(
                round.number(),
                round.method(),
                round.factor(),
                delivery == null ? Progress.UNKNOWN : delivery.progress(),
                delivery instanceof Failed failed ? failed.reason() : null,
                round.requestedAt());
    }
}
