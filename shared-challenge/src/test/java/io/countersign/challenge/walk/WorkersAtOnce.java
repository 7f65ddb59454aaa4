package io.countersign.challenge.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Samples;
import io.countersign.delivery.Acceptance;
import io.countersign.delivery.Claim;
import io.countersign.delivery.Claimed;
import io.countersign.delivery.Queued;
import io.countersign.delivery.store.ClaimOutcome;
import io.countersign.delivery.store.Claims;
import io.countersign.delivery.store.Deliveries;
import io.countersign.events.FailureReason;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.id.NoticeId;
import io.countersign.test.AtOnce;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Many workers that get the same delivery again and again, and may die at any time. */
final class WorkersAtOnce {

    private static final int WORKERS = 8;
    private static final int REDELIVERIES = 6;

    private final World world;
    private final Deliveries deliveries;
    private final Duration sendTimeout;
    private final Duration margin;
    private final Queued queued;
    private final DeliveryId id;
    private final List<Random> randoms;

    /** The latest moments at which a provider may have accepted. */
    private final Queue<Instant> acceptances = new ConcurrentLinkedQueue<>();

    WorkersAtOnce(World world, Random random) {
        this.world = world;
        this.deliveries = world.deliveries();
        this.sendTimeout = world.seconds(10);
        this.margin = world.seconds(2);
        this.queued =
                Samples.queued(
                        NoticeId.next(new SecureRandom()),
                        1,
                        world.clock().plus(world.seconds(60)));
        this.id = queued.head().id();
        this.randoms = random.longs(WORKERS).mapToObj(Random::new).toList();
    }

    void work() {
        deliveries.queue(queued);

        AtOnce.times(WORKERS, worker -> work(worker, randoms.get(worker)));

        assertThat(acceptances)
                .hasSizeLessThanOrEqualTo(1)
                .allMatch(at -> at.isBefore(queued.head().deadline()));
    }

    private boolean work(int worker, Random random) {
        for (int i = 0; i < REDELIVERIES; i++) {
            String holder = worker + "." + i;
            ClaimOutcome outcome =
                    deliveries.update(id, Claims.claim(holder, sendTimeout, margin)).orElseThrow();
            if (outcome instanceof ClaimOutcome.Granted(Claimed claimed)) {
                send(claimed.claim(), random);
            } else if (random.nextInt(4) == 0) {
                world.passSome(random, 6);
            }
        }
        return true;
    }

    private void send(Claim claim, Random random) {
        String holder = claim.holder();
        if (random.nextInt(3) > 0) {
            deliveries.update(id, Claims.release(holder));
            return;
        }
        acceptances.add(claim.leaseUntil().minus(margin));
        switch (random.nextInt(4)) {
            case 0 -> deliveries.update(id, Claims.sent(new Acceptance("p", "r", world.clock())));
            case 1 -> deliveries.update(id, Claims.uncertain(holder, sendTimeout));
            case 2 -> deliveries.update(id, Claims.failed(holder, FailureReason.NOT_DELIVERED));
            default -> {
                // Dies before it can say anything.
            }
        }
    }
}
