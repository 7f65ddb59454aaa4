package io.countersign.broker.kafka;

import io.countersign.broker.SubscriptionLimits;
import java.util.concurrent.Semaphore;

/**
 * How much is in hand: bounds what runs at once, and pauses the source while there is enough.
 *
 * <p>A record in hand is either due (running, or waiting for one of the places to run) or resting
 * until it is handed over again. The source resumes when half of the places and a quarter of all
 * room are free.
 */
final class Intake {

    /** Where records come from. */
    interface Source {

        void pause();

        void resume();
    }

    private final SubscriptionLimits limits;
    private final Source source;
    private final Semaphore places;
    private int due;
    private int resting;
    private boolean paused;
    private boolean shut;

    Intake(SubscriptionLimits limits, Source source) {
        this.limits = limits;
        this.source = source;
        this.places = new Semaphore(limits.inFlight(), true);
    }

    synchronized void taken() {
        due++;
        regulate();
    }

    synchronized void finished() {
        due--;
        regulate();
    }

    synchronized void laidAside() {
        due--;
        resting++;
        regulate();
    }

    synchronized void takenUpAgain() {
        resting--;
        due++;
        regulate();
    }

    /** Takes no more, ever. */
    synchronized void shut() {
        shut = true;
        source.pause();
    }

    /** Waits for a place to run; the caller has to {@link #leave} it. */
    void enter() {
        places.acquireUninterruptibly();
    }

    void leave() {
        places.release();
    }

    synchronized int held() {
        return due + resting;
    }

    int inFlight() {
        return limits.inFlight() - places.availablePermits();
    }

    synchronized boolean isPaused() {
        return paused || shut;
    }

    private void regulate() {
        boolean full = due >= limits.inFlight() || held() >= limits.held();
        boolean roomy = due <= limits.inFlight() / 2 && held() <= limits.held() / 4 * 3;
        if (shut) {
            return;
        }
        if (full && !paused) {
            paused = true;
            source.pause();
        } else if (roomy && paused) {
            paused = false;
            source.resume();
        }
    }
}
