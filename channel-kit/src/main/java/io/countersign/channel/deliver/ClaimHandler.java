package io.countersign.channel.deliver;

import io.countersign.challenge.Pending;
import io.countersign.challenge.store.Challenges;
import io.countersign.channel.report.Advance;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.ProviderAnswer;
import io.countersign.channel.send.SendWindow;
import io.countersign.delivery.Acceptance;
import io.countersign.delivery.Claimed;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Queued;
import io.countersign.delivery.Unknown;
import io.countersign.delivery.store.ClaimOutcome;
import io.countersign.delivery.store.Claims;
import io.countersign.delivery.store.Deliveries;
import io.countersign.delivery.store.DeliveryChange;
import io.countersign.delivery.store.DeliveryTransition;
import io.countersign.events.FailureReason;
import io.countersign.events.id.ChallengeId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Takes deliveries from the store and writes back what providers made of them. */
public final class ClaimHandler {

    /** How much longer a claim lasts than a send. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final Deliveries store;
    private final Challenges challenges;
    private final SendTimes times;
    private final Supplier<String> holders;
    private final Clock clock;
    private final LongSupplier nanos;

    /**
     * @param holders a new name at each call, unique among all workers
     * @param clock tells when a provider answered, and decides nothing
     * @param nanos as {@link System#nanoTime()}; it measures how long a claim allows sending
     */
    public ClaimHandler(
            Deliveries store,
            Challenges challenges,
            SendTimes times,
            Supplier<String> holders,
            Clock clock,
            LongSupplier nanos) {
        this.store = store;
        this.challenges = challenges;
        this.times = times;
        this.holders = holders;
        this.clock = clock;
        this.nanos = nanos;
    }

    /**
     * A delivery without a record ends as unknown: no one can say what was sent. A delivery for a
     * challenge that has ended ends too.
     */
    Taken take(DeliveryTask task) {
        return store.update(task.delivery(), claim(task, settled(task), nanos.getAsLong()))
                .orElseGet(() -> new Taken.Over(lost(task)));
    }

    /**
     * Stores the answer and tells what that makes of the delivery.
     *
     * @param rest how long it rests before it is tried again, if it is
     */
    Advance settle(Claimed claimed, ProviderAnswer answer, Duration rest) {
        DeliveryTransition<Advance> transition = noted(consequence(claimed, answer, rest));
        // The record may be gone meanwhile; the answer is not.
        return store.update(claimed.head().id(), transition)
                .orElseGet(() -> transition.from(claimed, claimed.claim().leaseUntil()).result());
    }

    /** A person who is signed in already, or locked out, gets nothing more for it. */
    private boolean settled(DeliveryTask task) {
        return task.request().subject() instanceof ChallengeId id
                && challenges.find(id).filter(known -> !(known instanceof Pending)).isPresent();
    }

    /**
     * @param start a reading before the store is asked, so that the window never ends too late
     */
    private DeliveryTransition<Taken> claim(DeliveryTask task, boolean settled, long start) {
        DeliveryTransition<ClaimOutcome> claim =
                Claims.claim(holders.get(), times.sendTimeout(), MARGIN);
        return (current, now) -> {
            DeliveryChange<ClaimOutcome> change =
                    (settled ? Claims.withdraw(claim) : claim).from(asSealed(current, task), now);
            Taken taken =
                    switch (change.result()) {
                        case ClaimOutcome.Granted(Claimed claimed) ->
                                new Taken.Granted(
                                        claimed,
                                        window(
                                                Duration.between(now, claimed.head().deadline()),
                                                start));
                        case ClaimOutcome.Held(Instant until) ->
                                new Taken.Held(Duration.between(now, until));
                        case ClaimOutcome.Over(Delivery delivery) ->
                                new Taken.Over(new Advance(current, delivery));
                    };
            return new DeliveryChange<>(change.next(), taken, change.notAfter());
        };
    }

    private SendWindow window(Duration validity, long start) {
        return SendWindow.since(nanos, start, validity, times.sendTimeout());
    }

    private static Advance lost(DeliveryTask task) {
        return new Advance(new Queued(task.head()), new Unknown(task.head()));
    }

    private static DeliveryTransition<Advance> noted(DeliveryTransition<Delivery> transition) {
        return (current, now) -> {
            Delivery next = transition.from(current, now).next();
            return new DeliveryChange<>(next, new Advance(current, next));
        };
    }

    /** An attacker who can write to the store must not be able to put a deadline off. */
    private static Delivery asSealed(Delivery current, DeliveryTask task) {
        return current instanceof Queued ? new Queued(task.head()) : current;
    }

    private DeliveryTransition<Delivery> consequence(
            Claimed claimed, ProviderAnswer answer, Duration rest) {
        String holder = claimed.claim().holder();
        return switch (answer.outcome()) {
            case DeliveryOutcome.Accepted(String reference) ->
                    Claims.sent(new Acceptance(answer.provider(), reference, clock.instant()));
            case DeliveryOutcome.Refused(FailureReason reason, _) -> Claims.failed(holder, reason);
            case DeliveryOutcome.Unavailable _ -> giveBack(holder, rest);
            case DeliveryOutcome.Uncertain _ -> Claims.uncertain(holder, rest);
            case DeliveryOutcome.Late _ -> Claims.notSent(holder, times.sendTimeout());
        };
    }

    /** Goes back to the queue, or fails at once if no further try would end before the deadline. */
    private DeliveryTransition<Delivery> giveBack(String holder, Duration rest) {
        return (current, now) -> {
            Instant nextEnd = now.plus(rest).plus(times.sendTimeout());
            return (nextEnd.isBefore(current.head().deadline())
                            ? Claims.release(holder)
                            : Claims.failed(holder, FailureReason.PROVIDER_UNAVAILABLE))
                    .from(current, now);
        };
    }
}
