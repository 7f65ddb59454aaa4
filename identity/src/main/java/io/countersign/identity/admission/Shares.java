package io.countersign.identity.admission;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A bounded number of places, of which no client has more than its part. It forgets clients that
 * hold none.
 */
public final class Shares {

    private final int inAll;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    public Shares(int inAll) {
        this.inAll = inAll;
    }

    /**
     * One client's part.
     *
     * @param most places at a time
     */
    public record Part(String whose, int most) {}

    /** A place that is taken. */
    @FunctionalInterface
    public interface Place extends AutoCloseable {

        /** Gives it back; to be called once. */
        @Override
        void close();
    }

    /** Takes one place that counts for each of the parts; empty where one of them has none left. */
    public Optional<Place> take(List<Part> parts) {
        return take(parts, Duration.ZERO);
    }

    /**
     * The same; where the client's own part is used up, waits a while for places that it gives
     * back. Where all places together are used up, it does not wait.
     */
    public synchronized Optional<Place> take(List<Part> parts, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (all < inAll && parts.stream().anyMatch(this::usedUp)) {
            long left = end - System.nanoTime();
            if (left <= 0 || !waited(left)) {
                return Optional.empty();
            }
        }
        return all < inAll ? Optional.of(taken(parts)) : Optional.empty();
    }

    private boolean waited(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Place taken(List<Part> parts) {
        all++;
        parts.forEach(part -> taken.merge(part.whose(), 1, Integer::sum));
        return () -> giveBack(parts);
    }

    private boolean usedUp(Part part) {
        return taken.getOrDefault(part.whose(), 0) >= part.most();
    }

    private synchronized void giveBack(List<Part> parts) {
        all--;
        parts.forEach(
                part -> taken.computeIfPresent(part.whose(), (_, n) -> n == 1 ? null : n - 1));
        notifyAll();
    }
}
