package io.countersign.simulator.twilio.callback;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where callbacks go. Callbacks to a receiver that was just found gone, or for which too many are
 * waiting already, are lost without a try, as they would be with one; the log says once that it is
 * silent.
 */
final class CallbackQueue {

    private static final Logger log = LoggerFactory.getLogger(CallbackQueue.class);

    private static final int AT_ONCE = 32;
    private static final int WAITING = 1000;
    private static final Duration GIVEN_UP_FOR = Duration.ofMillis(100);

    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final String authority;
    private volatile boolean silent;
    private volatile @Nullable Instant goneSince;

    CallbackQueue(String authority) {
        this.authority = authority;
    }

    /** Waits for a free slot, to be left again; false if the callback is lost instead. */
    boolean enter(Instant now) throws InterruptedException {
        Instant gone = goneSince;
        boolean givenUp = gone != null && now.isBefore(gone.plus(GIVEN_UP_FOR));
        if (givenUp || slots.getQueueLength() >= WAITING) {
            return false;
        }
        slots.acquire();
        return true;
    }

    void leave() {
        slots.release();
    }

    void answered() {
        silent = false;
        goneSince = null;
    }

    void unheard(IOException reason, Instant now) {
        if (!silent) {
            log.warn("No callback reaches {}: {}", authority, reason.toString());
        }
        silent = true;
        goneSince = reason instanceof ConnectException ? now : null;
    }
}
