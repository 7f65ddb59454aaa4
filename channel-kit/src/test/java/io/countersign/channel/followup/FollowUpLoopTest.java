package io.countersign.channel.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.channel.followup.FollowUpLoop.Rhythm;
import io.countersign.channel.kit.InMemoryFollowUps;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.test.MovableClock;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowUpLoopTest {

    private static final Duration LEASE = Duration.ofSeconds(90);

    private final MovableClock clock = new MovableClock();
    private final FollowUps followUps = new InMemoryFollowUps(clock);
    private final List<DeliveryId> worked = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final DeliveryId slow = delivery();
    private final DeliveryId quick = delivery();
    private final FollowUpLoop loop = loop(this::work, Duration.ofMinutes(5));

    @AfterEach
    void stop() {
        gate.countDown();
        loop.stop();
    }

    @Test
    void a_slow_one_holds_up_no_other() {
        loop.start();
        schedule(slow);

        await().until(() -> begun.getCount() == 0);
        schedule(quick);

        await().until(() -> worked.contains(quick));
        assertThat(worked).doesNotContain(slow);
    }

    @Test
    void a_stop_waits_for_what_is_under_way() throws InterruptedException {
        loop.start();
        schedule(slow);
        await().until(() -> begun.getCount() == 0);

        Thread stopping = Thread.startVirtualThread(loop::stop);
        await().until(() -> !loop.isRunning());
        assertThat(stopping.isAlive()).isTrue();
        gate.countDown();
        stopping.join();

        assertThat(worked).contains(slow);
    }

    @Test
    void what_failed_comes_again_when_its_lease_ends() {
        List<DeliveryId> tried = new CopyOnWriteArrayList<>();
        FollowUpLoop failing =
                loop(
                        due -> {
                            tried.add(due.delivery());
                            if (tried.size() == 1) {
                                throw new StoreUnavailable(new IOException("down"));
                            }
                        },
                        Duration.ZERO);
        failing.start();
        schedule(quick);
        await().until(() -> tried.size() == 1);

        clock.advance(LEASE);

        await().until(() -> tried.size() == 2);
        failing.stop();
    }

    @Test
    void it_starts_again_after_a_stop() {
        loop.start();
        loop.stop();
        loop.start();

        schedule(quick);

        await().until(() -> worked.contains(quick));
    }

    private FollowUpLoop loop(Consumer<FollowUp> work, Duration drain) {
        return new FollowUpLoop(followUps, work, new Rhythm(Duration.ofMillis(5), LEASE, 2, drain));
    }

    private void work(FollowUp due) {
        if (due.delivery().equals(slow)) {
            begun.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        worked.add(due.delivery());
        followUps.done(due.delivery());
    }

    private void schedule(DeliveryId delivery) {
        followUps.schedule(delivery, new byte[] {1}, Duration.ZERO);
    }

    private static DeliveryId delivery() {
        return new DeliveryId(ChallengeId.next(new SecureRandom()), 1, 0, 1);
    }
}
