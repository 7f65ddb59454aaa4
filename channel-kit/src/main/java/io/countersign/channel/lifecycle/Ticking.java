package io.countersign.channel.lifecycle;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Does something again and again while the application runs, one time after the other. It starts
 * last and stops first.
 */
public abstract class Ticking implements SmartLifecycle {

    private final Duration first;
    private final Duration pause;
    private final Duration patience;
    private volatile @Nullable ScheduledExecutorService clock;

    /**
     * @param first from the start to the first time
     * @param pause from the end of one time to the next
     * @param patience how long a stop waits for the time under way
     */
    protected Ticking(Duration first, Duration pause, Duration patience) {
        this.first = first;
        this.pause = pause;
        this.patience = patience;
    }

    /** Must not throw: it would be the last time. */
    protected abstract void tick();

    /**
     * Comes with each stop.
     *
     * @param ended whether the last time is over
     */
    protected abstract void stopped(boolean ended);

    @Override
    public final void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        clock = started;
        var _ =
                started.scheduleWithFixedDelay(
                        this::tick, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public final void stop() {
        ScheduledExecutorService running = clock;
        clock = null;
        if (running != null) {
            running.shutdown();
            stopped(hasEnded(running));
        }
    }

    @Override
    public final boolean isRunning() {
        return clock != null;
    }

    @Override
    public final int getPhase() {
        return Integer.MAX_VALUE;
    }

    private boolean hasEnded(ScheduledExecutorService running) {
        try {
            return running.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
