package io.countersign.channel.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.events.Channel;
import io.countersign.liveness.WorkerLiveness;
import io.countersign.liveness.memory.InMemoryWorkerLiveness;
import io.countersign.test.MovableClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RELIABILITY-28")
class HeartbeatTest {

    private final MovableClock clock = new MovableClock();
    private final WorkerLiveness liveness = new InMemoryWorkerLiveness(clock);
    private final AtomicBoolean takes = new AtomicBoolean(true);
    private final Heartbeat heartbeat = new Heartbeat(liveness, Channel.SMS, takes::get);

    @AfterEach
    void stop() {
        heartbeat.stop();
    }

    @Test
    void a_running_worker_counts_again_and_again() {
        heartbeat.start();
        await().until(() -> alive() == 1);

        clock.advance(Duration.ofMinutes(1));

        await().until(() -> alive() == 1);
    }

    @Test
    void a_worker_that_was_stopped_counts_no_more_at_once() {
        heartbeat.start();
        await().until(() -> alive() == 1);

        heartbeat.stop();

        assertThat(alive()).isZero();
    }

    @Test
    void a_worker_that_takes_nothing_in_does_not_count() {
        heartbeat.start();
        await().until(() -> alive() == 1);

        takes.set(false);
        await().until(() -> alive() == 0);

        takes.set(true);
        await().until(() -> alive() == 1);
    }

    private int alive() {
        return liveness.alive().getOrDefault(Channel.SMS, 0);
    }
}
