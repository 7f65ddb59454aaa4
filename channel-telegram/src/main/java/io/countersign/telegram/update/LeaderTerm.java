package io.countersign.telegram.update;

import io.countersign.challenge.store.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One term as leader, from taking the lease until it is lost or given up. */
final class LeaderTerm {

    private static final Duration RENEWAL = Duration.ofSeconds(3);

    private final LeaderLease lease;
    private final Runnable atEnd;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile long renewed = System.nanoTime();

    /**
     * @param atEnd ends what is under way
     */
    LeaderTerm(LeaderLease lease, Runnable atEnd) {
        this.lease = lease;
        this.atEnd = atEnd;
    }

    /** Whether no other worker can lead now. */
    boolean goesOn() {
        return ended.getCount() > 0 && age().compareTo(LeaderLease.LENGTH) < 0;
    }

    /** Rests, unless the term ends meanwhile. */
    void rest(Duration duration) {
        var _ = endsWithin(duration);
    }

    void end() {
        ended.countDown();
        atEnd.run();
    }

    /** Keeps the lease until the term ends. */
    void keepLease() {
        while (!endsWithin(RENEWAL)) {
            if (!renew()) {
                end();
            }
        }
    }

    /** A store that does not answer now may do so before the lease ends. */
    private boolean renew() {
        long now = System.nanoTime();
        try {
            if (!lease.renew()) {
                return false;
            }
            renewed = now;
            return true;
        } catch (StoreUnavailable e) {
            return age().plus(RENEWAL).compareTo(LeaderLease.LENGTH) < 0;
        }
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - renewed);
    }

    private boolean endsWithin(Duration duration) {
        try {
            return ended.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
