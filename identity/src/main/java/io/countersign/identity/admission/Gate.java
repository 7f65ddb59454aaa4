package io.countersign.identity.admission;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Before something that may be away. Once it was, one at a time finds out whether it is back, and
 * everybody else hears at once that it is not.
 */
public final class Gate {

    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicBoolean probing = new AtomicBoolean();

    /** What may fail. */
    @FunctionalInterface
    public interface Attempt<T, E extends Exception> {
        T run() throws E;
    }

    /** What to answer where one tries already. */
    @FunctionalInterface
    public interface Otherwise<T, E extends Exception> {
        T get() throws E;
    }

    /**
     * Tries, or does the other thing at once.
     *
     * @param worked says of a result whether it was there
     */
    public <T, E extends Exception> T through(
            Attempt<T, E> attempt, Predicate<T> worked, Otherwise<T, E> otherwise) throws E {
        boolean wasAway = away.get();
        if (wasAway && !probing.compareAndSet(false, true)) {
            return otherwise.get();
        }
        boolean there = false;
        try {
            T result = attempt.run();
            there = worked.test(result);
            return result;
        } finally {
            away.set(!there);
            if (wasAway) {
                probing.set(false);
            }
        }
    }
}
