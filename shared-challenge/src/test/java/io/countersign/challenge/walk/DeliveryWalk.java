package io.countersign.challenge.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Samples;
import io.countersign.challenge.walk.DeliveryModel.Told;
import io.countersign.delivery.Acceptance;
import io.countersign.delivery.Queued;
import io.countersign.delivery.Receipt;
import io.countersign.delivery.store.ClaimOutcome;
import io.countersign.delivery.store.Claims;
import io.countersign.delivery.store.DeliveryChange;
import io.countersign.delivery.store.DeliveryTransition;
import io.countersign.events.FailureReason;
import io.countersign.events.Progress;
import io.countersign.events.id.NoticeId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What workers, the gateway and a provider might do to one delivery, in any order. */
final class DeliveryWalk {

    private static final int STEPS = 40;

    private final World world;
    private final Random random;
    private final Duration sendTimeout;
    private final Duration margin;
    private final Queued queued;
    private final DeliveryModel model;
    private final List<String> history = new ArrayList<>();
    private @Nullable Instant now;
    private boolean granted;

    DeliveryWalk(World world, Random random) {
        this.world = world;
        this.random = random;
        this.sendTimeout = world.seconds(10);
        this.margin = world.seconds(2);
        Instant deadline = world.clock().plus(world.seconds(60));
        this.queued = Samples.queued(NoticeId.next(new SecureRandom()), 1, deadline);
        this.model = new DeliveryModel(deadline);
        world.deliveries().queue(queued);
    }

    void walk() {
        Progress before = Progress.QUEUED;
        for (int i = 0; i < STEPS; i++) {
            boolean released = step();
            Progress seen =
                    update(
                            (current, at) ->
                                    new DeliveryChange<>(current, current.at(at).progress()));
            history.add("→ " + seen);
            assertThat(seen).as("%s", history).isEqualTo(model.seenAt(now()));
            assertThat(released || DeliveryModel.weight(seen) >= DeliveryModel.weight(before))
                    .as("monotone: %s", history)
                    .isTrue();
            before = seen;
        }
    }

    /** Whether a worker gave the delivery back. */
    private boolean step() {
        String worker = "worker " + random.nextInt(3);
        Acceptance acceptance = new Acceptance("provider", "reference", queued.head().deadline());
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> claim(worker);
            case 4, 5, 6 -> {
                return release(worker);
            }
            case 7 -> {
                apply("sent", Claims.sent(acceptance));
                model.sent();
            }
            case 8 -> {
                apply("failed", Claims.failed(worker, FailureReason.BLOCKED_BY_RECIPIENT));
                model.failed(worker);
            }
            case 9 -> {
                apply("uncertain", Claims.uncertain(worker, sendTimeout));
                model.uncertain(worker, sendTimeout, now());
            }
            case 10 -> {
                apply("not published", Claims.notPublished());
                model.notPublished();
            }
            case 11 -> receive(new Receipt.OnItsWay(acceptance), Progress.SENT);
            case 12 -> receive(new Receipt.Arrived(acceptance), Progress.DELIVERED);
            case 13 ->
                    receive(
                            new Receipt.Lost(acceptance, FailureReason.NOT_DELIVERED),
                            Progress.FAILED);
            case 14 -> receive(new Receipt.Rings(acceptance), Progress.RINGING);
            default -> world.passSome(random, 10);
        }
        return false;
    }

    private void claim(String worker) {
        Told told =
                switch (update(Claims.claim(worker, sendTimeout, margin))) {
                    case ClaimOutcome.Granted _ -> Told.GRANTED;
                    case ClaimOutcome.Held _ -> Told.HELD;
                    case ClaimOutcome.Over _ -> Told.OVER;
                };
        history.add(worker + " claims: " + told);
        assertThat(told)
                .as("%s", history)
                .isEqualTo(model.claim(worker, sendTimeout, margin, now()));
        if (told == Told.GRANTED) {
            assertThat(granted).as("granted already: %s", history).isFalse();
            assertThat(now().plus(sendTimeout))
                    .as("%s", history)
                    .isBefore(queued.head().deadline());
            granted = true;
        }
    }

    private boolean release(String worker) {
        apply(worker + " releases", Claims.release(worker));
        boolean released = model.release(worker);
        granted = granted && !released;
        return released;
    }

    private void receive(Receipt receipt, Progress said) {
        apply(
                "receipt " + said,
                (current, _) -> new DeliveryChange<>(current.receive(receipt), ""));
        model.received(said);
    }

    private void apply(String what, DeliveryTransition<?> transition) {
        history.add(what);
        update(transition);
    }

    /** Remembers the time that the transition went by. */
    private <R> R update(DeliveryTransition<R> transition) {
        return world.deliveries()
                .update(
                        queued.head().id(),
                        (current, at) -> {
                            now = at;
                            return transition.from(current, at);
                        })
                .orElseThrow();
    }

    private Instant now() {
        return Objects.requireNonNull(now);
    }
}
