package io.countersign.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.test.Patience;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTest {

    private final Pulse pulse = new Pulse(Clock.systemUTC());

    @Test
    void who_waits_is_woken_by_a_change() {
        long seen = pulse.revision();
        Thread waiter = Thread.ofVirtual().start(() -> waitBeyond(seen));
        await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);

        new Feed<String>(1, pulse).add("id", "item");

        await().until(() -> !waiter.isAlive());
    }

    @Test
    void who_waits_in_vain_goes_on_after_a_while() throws InterruptedException {
        long seen = pulse.revision();

        pulse.awaitBeyond(seen, Duration.ofMillis(20));

        assertThat(pulse.revision()).isEqualTo(seen);
    }

    private void waitBeyond(long seen) {
        try {
            pulse.awaitBeyond(seen, Patience.LONG);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
