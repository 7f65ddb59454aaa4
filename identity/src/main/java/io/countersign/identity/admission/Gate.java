package io.countersign.identity.admission;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Stands before a service that may be down. Once it was down, one caller at a time finds out
 * whether it is back, and all others are told at once that it is not.
 */
public final class Gate {

    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicBoolean probing = new AtomicBoolean();

    /** The call that may fail. */
    @FunctionalInterface
    public interface Attempt<T, E extends Exception> {
        T run() throws E;
    }

    /** What to answer where another caller tries already. */
    @FunctionalInterface
    public interface Otherwise<T, E extends Exception> {
        T get() throws E;
    }

    /**
     * Tries the call, or gives the other answer at once.
     *
     * @param worked says of a result whether the service was there
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
