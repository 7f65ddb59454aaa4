package io.countersign.channel.worker;

import io.countersign.challenge.StoreUnavailable;
import io.countersign.channel.deliver.FollowUpDesk;
import io.countersign.channel.followup.FollowUp;
import io.countersign.channel.followup.FollowUps;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Asks for follow-ups that are due while the application runs, and has each worked off on a thread
 * of its own, so that a slow provider holds up no other.
 */
final class FollowUpRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FollowUpRounds.class);
    private static final long PAUSE_MILLIS = 500;

    /** Longer than a send with all that follows. */
    private static final Duration LEASE = Duration.ofSeconds(90);

    private final FollowUps followUps;
    private final FollowUpDesk desk;
    private final int most;
    private final Duration drain;
    private final Semaphore free;
    private ScheduledExecutorService clock = idle();
    private volatile boolean running;

    /**
     * @param most how many at the same time
     * @param drain how long a stop waits for those under way
     */
    FollowUpRounds(FollowUps followUps, FollowUpDesk desk, int most, Duration drain) {
        this.followUps = followUps;
        this.desk = desk;
        this.most = most;
        this.drain = drain;
        this.free = new Semaphore(most);
    }

    @Override
    public void start() {
        clock = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        running = true;
        var _ =
                clock.scheduleWithFixedDelay(
                        this::round, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        clock.shutdown();
        try {
            if (!free.tryAcquire(most, drain.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Stopped while a follow-up was under way; another worker goes on with it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private void round() {
        int places = free.availablePermits();
        if (places > 0) {
            due(places).forEach(this::start);
        }
    }

    private List<FollowUp> due(int places) {
        try {
            return followUps.takeDue(places, LEASE);
        } catch (StoreUnavailable e) {
            return List.of();
        } catch (RuntimeException bug) {
            LOG.error("Cannot ask for follow-ups: {}", bug.getClass().getName());
            return List.of();
        }
    }

    private void start(FollowUp due) {
        free.acquireUninterruptibly();
        var _ =
                Thread.startVirtualThread(
                        () -> {
                            try {
                                desk.follow(due);
                            } catch (StoreUnavailable e) {
                                LOG.warn(
                                        "delivery={} follow-up waits for the store",
                                        due.delivery());
                            } catch (RuntimeException bug) {
                                LOG.error(
                                        "delivery={} follow-up failed: {}",
                                        due.delivery(),
                                        bug.getClass().getName());
                            } finally {
                                free.release();
                            }
                        });
    }

    private static ScheduledExecutorService idle() {
        ScheduledExecutorService never = Executors.newSingleThreadScheduledExecutor();
        never.shutdown();
        return never;
    }
}
