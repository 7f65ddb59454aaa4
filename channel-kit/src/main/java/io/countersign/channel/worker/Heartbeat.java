package io.countersign.channel.worker;

import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.events.Channel;
import io.countersign.liveness.WorkerLiveness;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Reports that this worker is alive, as long as it takes requests in. */
final class Heartbeat implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Short enough for a page to say within 10 seconds that there is no worker. */
    private static final Duration LASTING = Duration.ofSeconds(5);

    private final String instance = UUID.randomUUID().toString();
    private final WorkerLiveness liveness;
    private final Channel channel;
    private final BooleanSupplier takes;
    private volatile @Nullable ScheduledExecutorService clock;

    /**
     * @param takes whether it takes requests in at this moment
     */
    Heartbeat(WorkerLiveness liveness, Channel channel, BooleanSupplier takes) {
        this.liveness = liveness;
        this.channel = channel;
        this.takes = takes;
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        clock = started;
        var _ =
                started.scheduleWithFixedDelay(
                        this::beat, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Otherwise a heartbeat under way would come after the last one. */
    @Override
    public void stop() {
        ScheduledExecutorService running = clock;
        clock = null;
        if (running != null) {
            running.shutdown();
            try {
                var _ = running.awaitTermination(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            say(() -> liveness.stopped(channel, instance));
        }
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private void beat() {
        say(
                takes.getAsBoolean()
                        ? () -> liveness.heartbeat(channel, instance, LASTING)
                        : () -> liveness.stopped(channel, instance));
    }

    /**
     * A heartbeat that fails now is repeated in a second; one that cannot be taken back expires
     * soon.
     */
    private static void say(Runnable word) {
        try {
            word.run();
        } catch (StoreUnavailable e) {
            LOG.debug("The store does not hear of this worker");
        } catch (RuntimeException bug) {
            LOG.error("Cannot say that this worker is alive: {}", bug.getClass().getName());
        }
    }
}
