package io.countersign.channel.followup;

import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.channel.lifecycle.Ticking;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for follow-ups that are due while the application runs, and has each one done on a thread of
 * its own, so that a slow one holds up no other.
 */
public final class FollowUpLoop extends Ticking {

    private static final Logger LOG = LoggerFactory.getLogger(FollowUpLoop.class);

    private final FollowUps followUps;
    private final Consumer<FollowUp> work;
    private final Rhythm rhythm;
    private final Semaphore free;

    /**
     * @param work may throw; the follow-up then comes again when its lease ends
     */
    public FollowUpLoop(FollowUps followUps, Consumer<FollowUp> work, Rhythm rhythm) {
        super(rhythm.pause(), rhythm.pause(), rhythm.drain());
        this.followUps = followUps;
        this.work = work;
        this.rhythm = rhythm;
        this.free = new Semaphore(rhythm.most());
    }

    /**
     * How often and how much.
     *
     * @param pause between two rounds
     * @param lease how long a follow-up belongs to this loop alone
     * @param most how many at the same time
     * @param drain how long a stop waits for those under way
     */
    public record Rhythm(Duration pause, Duration lease, int most, Duration drain) {}

    @Override
    protected void stopped(boolean ended) {
        if (!ended || !isIdle()) {
            LOG.warn("Stopped while a follow-up was under way; another worker goes on with it");
        }
    }

    /** Whether all under way have ended in time. */
    private boolean isIdle() {
        int most = rhythm.most();
        try {
            boolean idle = free.tryAcquire(most, rhythm.drain().toMillis(), TimeUnit.MILLISECONDS);
            if (idle) {
                free.release(most);
            }
            return idle;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    protected void tick() {
        int places = free.availablePermits();
        if (places > 0) {
            due(places).forEach(this::start);
        }
    }

    private List<FollowUp> due(int places) {
        try {
            return followUps.takeDue(places, rhythm.lease());
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
                                work.accept(due);
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
}
