package io.countersign.engine.status;

import io.countersign.challenge.Challenge;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.challenge.store.Challenges;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Failed;
import io.countersign.engine.send.ResendRule;
import io.countersign.engine.send.RoundDeliveries;
import io.countersign.engine.status.ChallengeStatus.DeliveryStatus;
import io.countersign.events.Channel;
import io.countersign.events.FailureReason;
import io.countersign.events.Progress;
import io.countersign.events.id.ChallengeId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads where a challenge stands. */
@Component
public class ChallengeStatuses {

    private final Challenges challenges;
    private final RoundDeliveries deliveries;
    private final ResendRule resendRule;
    private final ChannelWorkers workers;

    ChallengeStatuses(
            Challenges challenges,
            RoundDeliveries deliveries,
            ResendRule resendRule,
            ChannelWorkers workers) {
        this.challenges = challenges;
        this.deliveries = deliveries;
        this.resendRule = resendRule;
        this.workers = workers;
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
        Optional<Delivery> delivery = deliveries.latest(pending, last);
        return new ChallengeStatus(
                pending.verdict(),
                pending.guessesLeft(),
                deadline,
                resendRule.after(last, delivery).possibleAt(pending, last.factor()),
                status(last, delivery),
                now);
    }

    private DeliveryStatus status(Round round, Optional<Delivery> delivery) {
        Channel channel =
                delivery.map(latest -> latest.head().channel()).orElse(round.route().getFirst());
        Progress progress = delivery.map(Delivery::progress).orElse(Progress.UNKNOWN);
        return new DeliveryStatus(
                round.number(),
                round.method(),
                channel,
                delivery.map(latest -> latest.head().id().attempt()).orElse(1),
                delivery.flatMap(latest -> deliveries.next(round, latest.head().id())).orElse(null),
                round.factor(),
                progress,
                progress == Progress.QUEUED && workers.none(channel),
                delivery.map(ChallengeStatuses::reason).orElse(null),
                round.requestedAt());
    }

    private static @Nullable FailureReason reason(Delivery delivery) {
        return delivery instanceof Failed failed ? failed.reason() : null;
    }
}
