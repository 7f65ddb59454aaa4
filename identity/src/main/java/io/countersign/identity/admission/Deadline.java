package io.countersign.identity.admission;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the request of this thread has to be answered. Code that waits for something outside the
 * program waits no longer than that. Work that no request waits for has no deadline.
 */
public final class Deadline {

    private static final ThreadLocal<@Nullable Long> END = new ThreadLocal<>();

    private Deadline() {}

    /** Work to do before the deadline. */
    @FunctionalInterface
    public interface Work<E1 extends Exception, E2 extends Exception> {
        void run() throws E1, E2;
    }

    public static <E1 extends Exception, E2 extends Exception> void within(
            Duration most, Work<E1, E2> work) throws E1, E2 {
        END.set(System.nanoTime() + most.toNanos());
        try {
            work.run();
        } finally {
            END.remove();
        }
    }

    /** The time left, which may be zero; empty where there is no deadline. */
    public static Optional<Duration> left() {
        return Optional.ofNullable(END.get())
                .map(end -> Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
}
