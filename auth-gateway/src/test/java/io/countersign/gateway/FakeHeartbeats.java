package io.countersign.gateway;

import io.countersign.engine.status.ChannelWorkers;
import io.countersign.events.Channel;
import io.countersign.liveness.WorkerLiveness;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.springframework.stereotype.Component;

/** Keeps a worker of each channel alive, as far as Redis knows, but for those that a test ends. */
@Component
public class FakeHeartbeats implements AutoCloseable {

    /** All contexts share one Redis. */
    private static final Set<Channel> DEAD = ConcurrentHashMap.newKeySet();

    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final WorkerLiveness liveness;
    private final ChannelWorkers workers;

    FakeHeartbeats(WorkerLiveness liveness, ChannelWorkers workers) {
        this.liveness = liveness;
        this.workers = workers;
        Awaitility.await().ignoreExceptions().until(this::beat);
        var _ = clock.scheduleWithFixedDelay(this::beatIfPossible, 1, 1, TimeUnit.SECONDS);
    }

    /** Ends the channel's only worker; the gateway knows once this returns. */
    public void end(Channel channel) {
        DEAD.add(channel);
        beatIfPossible();
        Awaitility.await().until(() -> workers.none(channel));
    }

    /** Starts all workers again; the gateway knows once this returns. */
    public void startAll() {
        DEAD.clear();
        beatIfPossible();
        for (Channel channel : Channel.values()) {
            Awaitility.await().until(() -> workers.alive(channel).orElse(0) > 0);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private boolean beat() {
        for (Channel channel : Channel.values()) {
            if (DEAD.contains(channel)) {
                liveness.stopped(channel, "fake");
            } else {
                liveness.heartbeat(channel, "fake", Duration.ofMinutes(10));
            }
        }
        return true;
    }

    /** Redis may be away. */
    private void beatIfPossible() {
        try {
            beat();
        } catch (RuntimeException _) {
            // Said again in a second.
        }
    }
}
