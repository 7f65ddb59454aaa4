package io.countersign.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.Channel;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a store of workers' liveness must keep to. The channels begin without workers. */
@Tag("RELIABILITY-28")
abstract class WorkerLivenessContract {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final String one = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();

    abstract WorkerLiveness liveness();

    /** Lets so much time pass. */
    abstract void pass(Duration time);

    @Test
    void each_worker_counts_once_for_its_channel() {
        liveness().heartbeat(Channel.SMS, one, LONG);
        liveness().heartbeat(Channel.SMS, one, LONG);
        liveness().heartbeat(Channel.SMS, other, LONG);

        assertThat(liveness().alive())
                .containsEntry(Channel.SMS, 2)
                .containsEntry(Channel.VOICE, 0)
                .containsEntry(Channel.TELEGRAM, 0)
                .containsEntry(Channel.EMAIL, 0);
    }

    @Test
    void a_worker_that_stopped_counts_no_more() {
        liveness().heartbeat(Channel.SMS, one, LONG);
        liveness().heartbeat(Channel.SMS, other, LONG);

        liveness().stopped(Channel.SMS, one);

        assertThat(liveness().alive()).containsEntry(Channel.SMS, 1);
    }

    @Test
    void a_worker_that_fell_silent_counts_no_more() {
        liveness().heartbeat(Channel.SMS, one, Duration.ofMillis(1));
        liveness().heartbeat(Channel.VOICE, one, LONG);

        pass(Duration.ofMillis(2));

        assertThat(liveness().alive())
                .containsEntry(Channel.SMS, 0)
                .containsEntry(Channel.VOICE, 1);
    }

    @Test
    void another_heartbeat_makes_it_last() {
        liveness().heartbeat(Channel.SMS, one, Duration.ofMillis(1));
        liveness().heartbeat(Channel.SMS, one, LONG);

        pass(Duration.ofMillis(2));

        assertThat(liveness().alive()).containsEntry(Channel.SMS, 1);
    }
}
