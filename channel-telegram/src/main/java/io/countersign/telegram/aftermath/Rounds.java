package io.countersign.telegram.aftermath;

import io.countersign.challenge.StoreUnavailable;
import io.countersign.channel.followup.FollowUp;
import io.countersign.channel.followup.FollowUps;
import io.countersign.events.DeliveryId;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks at questions that are due while the application runs, each on a thread of its own. */
final class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int AT_ONCE = 64;

    /** How often a question is looked at of which nothing is heard. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final FollowUps due;
    private final Editor editor;
    private final Watch watch;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private volatile @Nullable ScheduledExecutorService clock;

    Rounds(FollowUps due, Editor editor, Watch watch) {
        this.due = due;
        this.editor = editor;
        this.watch = watch;
    }

    @Override
    public void start() {
        ScheduledExecutorService ticking =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        var _ =
                ticking.scheduleWithFixedDelay(
                        this::round, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        clock = ticking;
    }

    /** What is under way and does not end in time is looked at again by another worker. */
    @Override
    public void stop() {
        ScheduledExecutorService ticking = clock;
        clock = null;
        if (ticking != null) {
            ticking.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }

    private void round() {
        try {
            watch.forgetWhatIsOver();
            int places = free.availablePermits();
            if (places > 0) {
                due.takeDue(places, BETWEEN_LOOKS).stream()
                        .map(FollowUp::delivery)
                        .forEach(this::start);
            }
        } catch (StoreUnavailable e) {
            LOG.debug("The store does not answer");
        } catch (RuntimeException bug) {
            LOG.error("Cannot ask what is due: {}", bug.getClass().getName());
        }
    }

    private void start(DeliveryId delivery) {
        free.acquireUninterruptibly();
        Thread.startVirtualThread(
                () -> {
                    try {
                        editor.look(delivery);
                    } catch (StoreUnavailable e) {
                        LOG.debug("The store does not answer");
                    } catch (RuntimeException bug) {
                        LOG.error(
                                "delivery={} edit failed: {}", delivery, bug.getClass().getName());
                    } finally {
                        free.release();
                    }
                });
    }
}
