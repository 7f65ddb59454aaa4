package io.countersign.channel.deliver;

import io.countersign.broker.Handling;
import io.countersign.challenge.Pending;
import io.countersign.challenge.store.Challenges;
import io.countersign.channel.followup.FollowUp;
import io.countersign.channel.followup.FollowUps;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Queued;
import io.countersign.delivery.store.Deliveries;
import io.countersign.events.id.ChallengeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Continues with what was sent and did not arrive: the next try of the step, or the next step. It
 * forgets a follow-up only once that is done, so when a worker dies over it, another one does it.
 * The next delivery's id follows from this one's, so doing it twice sends once.
 */
public final class FollowUpHandler {

    private static final Duration UNSETTLED = Duration.ofSeconds(5);
    private static final Duration BROKER_REST = Duration.ofSeconds(1);

    private final FollowUps followUps;
    private final DueTasks tasks;
    private final Challenges challenges;
    private final Deliveries store;
    private final Courier courier;
    private final HandOver handOver;

    public FollowUpHandler(
            FollowUps followUps,
            DueTasks tasks,
            Challenges challenges,
            Deliveries store,
            Courier courier,
            HandOver handOver) {
        this.followUps = followUps;
        this.tasks = tasks;
        this.challenges = challenges;
        this.store = store;
        this.courier = courier;
        this.handOver = handOver;
    }

    /**
     * Continues one follow-up that is due.
     *
     * @throws io.countersign.challenge.store.StoreUnavailable when the store does not answer
     */
    public void follow(FollowUp due) {
        Optional<DeliveryTask> task = tasks.open(due);
        if (task.isPresent() && find(task.get()) instanceof Queued) {
            carryOn(task.get(), due);
            return;
        }
        Optional<Duration> rest = task.flatMap(this::goOn);
        rest.ifPresentOrElse(
                after -> followUps.schedule(due.delivery(), due.sealedTask(), after),
                () -> followUps.done(due.delivery()));
    }

    /**
     * Resumes what was laid aside. What follows from it is kept under the same delivery, so it is
     * not forgotten here; the next look forgets it once nothing is left to do.
     */
    private void carryOn(DeliveryTask task, FollowUp due) {
        if (courier.carry(task, Rest.AFTER_ASIDE) instanceof Handling.Again(Duration after)) {
            followUps.schedule(due.delivery(), due.sealedTask(), after);
        }
    }

    private @Nullable Delivery find(DeliveryTask task) {
        return store.find(List.of(task.delivery())).get(task.delivery());
    }

    /** How long until the next look; empty when there is nothing left to do. */
    private Optional<Duration> goOn(DeliveryTask task) {
        Delivery now = find(task);
        if (now == null || answered(task)) {
            return Optional.empty();
        }
        return switch (NextMove.afterPatience(now, task)) {
            case WAIT -> Optional.of(UNSETTLED);
            case TRY_AGAIN -> tryAgain(task.nextTry());
            case HAND_OVER -> handOver.pass(task) ? Optional.empty() : Optional.of(BROKER_REST);
            case NOTHING -> Optional.empty();
        };
    }

    /** A person who is signed in already, or locked out, is not called again. */
    private boolean answered(DeliveryTask task) {
        return task.request().subject() instanceof ChallengeId id
                && challenges.find(id).filter(known -> !(known instanceof Pending)).isPresent();
    }

    private Optional<Duration> tryAgain(DeliveryTask next) {
        store.queue(next.queued());
        return courier.carry(next, 0) instanceof Handling.Again(Duration after)
                ? Optional.of(after)
                : Optional.empty();
    }
}
