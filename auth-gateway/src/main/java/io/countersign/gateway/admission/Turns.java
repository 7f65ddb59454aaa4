package io.countersign.gateway.admission;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * One at a time within this program for each name, so that nobody waits for another with a
 * connection to the database in hand.
 */
public final class Turns {

    private static final int STRIPES = 256;

    private final ReentrantLock[] stripes =
            IntStream.range(0, STRIPES)
                    .mapToObj(_ -> new ReentrantLock(true))
                    .toArray(ReentrantLock[]::new);

    /**
     * Waits until the request's {@link Deadline} at most.
     *
     * @throws TooBusy when its turn did not come
     */
    public <T> T inTurn(Collection<String> names, Supplier<T> what) {
        Deque<ReentrantLock> held = new ArrayDeque<>();
        try {
            // In one order, so that two do not wait for each other.
            names.stream()
                    .mapToInt(name -> Math.floorMod(name.hashCode(), STRIPES))
                    .distinct()
                    .sorted()
                    .mapToObj(stripe -> stripes[stripe])
                    .forEach(stripe -> held.push(locked(stripe)));
            return what.get();
        } finally {
            held.forEach(ReentrantLock::unlock);
        }
    }

    private static ReentrantLock locked(ReentrantLock stripe) {
        try {
            Optional<Duration> left = Deadline.left();
            if (left.isEmpty()) {
                stripe.lockInterruptibly();
            } else if (!stripe.tryLock(left.get().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new TooBusy("others had their turn too long");
            }
            return stripe;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusy("interrupted");
        }
    }
}
