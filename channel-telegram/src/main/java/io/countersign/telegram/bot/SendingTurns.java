package io.countersign.telegram.bot;

import io.countersign.telegram.bot.Pace.Place;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for a message's turn. */
public final class SendingTurns implements AutoCloseable {

    private final Pace pace;
    private final CountDownLatch closed = new CountDownLatch(1);

    public SendingTurns(Pace pace) {
        this.pace = pace;
    }

    /**
     * Returns when a message to the chat may go; false when that would not be within {@code
     * patience}.
     *
     * @throws io.countersign.challenge.store.StoreUnavailable when the store does not answer
     */
    public boolean await(long chat, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Place place = pace.reserve(chat, patience);
        while (!place.taken()) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (place.after().compareTo(left) >= 0 || isClosedAfter(place.after())) {
                return false;
            }
            place = pace.reserve(chat, Duration.ofNanos(end - System.nanoTime()));
        }
        return !isClosedAfter(place.after());
    }

    /**
     * Returns when the message may go; false at once when it is not the chat's turn, or when there
     * is no place within {@code patience}.
     *
     * @throws io.countersign.challenge.store.StoreUnavailable when the store does not answer
     */
    public boolean takeNext(long chat, Duration patience) {
        Place place = pace.reserve(chat, patience);
        return place.taken() && !isClosedAfter(place.after());
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private boolean isClosedAfter(Duration wait) {
        try {
            return closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
