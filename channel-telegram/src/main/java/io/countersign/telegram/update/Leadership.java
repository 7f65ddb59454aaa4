package io.countersign.telegram.update;

import io.countersign.challenge.store.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Leads whenever no other worker does, while the application runs. */
final class Leadership implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(3);

    /** Each worker waits this long after stepping back, so the others come first. */
    private static final Duration AFTER_STEPPING_BACK = Duration.ofSeconds(5);

    private final LeaderLease lease;
    private final LeaderTask task;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile @Nullable LeaderTerm term;
    private volatile @Nullable Thread thread;

    Leadership(LeaderLease lease, LeaderTask task) {
        this.lease = lease;
        this.task = task;
    }

    boolean leads() {
        LeaderTerm now = term;
        return now != null && now.goesOn();
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofVirtual().name("leadership").start(this::run);
    }

    @Override
    public void stop() {
        stopped.countDown();
        LeaderTerm running = term;
        if (running != null) {
            running.end();
        }
        Thread leading = thread;
        thread = null;
        if (leading != null) {
            join(leading);
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        Duration pause = Duration.ZERO;
        while (!isStoppedAfter(pause)) {
            pause = lead() ? AFTER_STEPPING_BACK : BETWEEN_TRIES;
        }
    }

    /** Whether it led for a while. */
    private boolean lead() {
        LeaderTerm next = new LeaderTerm(lease, task::interrupt);
        try {
            if (!lease.take()) {
                return false;
            }
            term = next;
            serve(next);
            return true;
        } catch (StoreUnavailable e) {
            return false;
        } catch (RuntimeException bug) {
            LOG.error("Leading ended: {}", bug.getClass().getName());
            return true;
        } finally {
            term = null;
        }
    }

    private void serve(LeaderTerm next) {
        LOG.info("This worker hears from Telegram for all");
        Thread keeper = Thread.startVirtualThread(next::keepLease);
        try {
            if (stopped.getCount() > 0) {
                task.perform(next);
            }
        } finally {
            next.end();
            join(keeper);
            lease.giveBack();
        }
    }

    private boolean isStoppedAfter(Duration pause) {
        try {
            return stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void join(Thread other) {
        try {
            other.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
