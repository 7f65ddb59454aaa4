package io.countersign.channel.send;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a message may still leave, by a clock that never goes back. Its holder may have been
 * paused since it was granted, so each sender asks again right before the bytes leave.
 *
 * <p>Linux's monotonic clock stands still while a virtual machine is suspended, so this does not
 * catch what a suspended worker sends after it resumes.
 */
public final class SendWindow {

    private final LongSupplier nanos;
    private final long start;
    private final Duration validity;
    private final Duration timeout;

    private SendWindow(LongSupplier nanos, long start, Duration validity, Duration timeout) {
        this.nanos = nanos;
        this.start = start;
        this.validity = validity;
        this.timeout = timeout;
    }

    /**
     * One that began at a reading of the clock.
     *
     * @param nanos as {@link System#nanoTime()}
     * @param start the reading from which both durations count
     * @param validity how long the message is useful
     * @param timeout how long the right to send it lasts, and providers may take
     */
    public static SendWindow since(
            LongSupplier nanos, long start, Duration validity, Duration timeout) {
        return new SendWindow(nanos, start, validity, timeout);
    }

    /** One that never expires. */
    public static SendWindow still(Duration validity, Duration timeout) {
        return new SendWindow(() -> 0, 0, validity, timeout);
    }

    /** How long the message is still useful. */
    public Duration validity() {
        return left(validity);
    }

    /** How long a provider may still take to answer. */
    public Duration timeout() {
        return left(timeout);
    }

    /** Whether nothing may leave any more. */
    public boolean over() {
        return !validity().isPositive() || !timeout().isPositive();
    }

    private Duration left(Duration of) {
        return of.minusNanos(nanos.getAsLong() - start);
    }
}
