package io.countersign.simulator.live;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts the changes to all that is remembered, and wakes up those who wait for the next one. */
@Component
public class Pulse {

    private final long first;
    private long revision;

    /**
     * Starts higher than an earlier run of the simulator has come, so that a page left open
     * meanwhile learns that what it shows is gone.
     */
    public Pulse(Clock clock) {
        this.first = clock.millis() * 1000;
        this.revision = first;
    }

    /** The revision at which nothing had happened yet. */
    long first() {
        return first;
    }

    synchronized long next() {
        notifyAll();
        return ++revision;
    }

    /** The latest revision given to a change. */
    public synchronized long revision() {
        return revision;
    }

    /** Waits for a change after {@code seen}, but no longer than {@code patience}. */
    synchronized void awaitBeyond(long seen, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (revision <= seen) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }
}
