package io.countersign.channel.send;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a message may still leave, by a clock that only goes on. Whoever holds it may have stood
 * still since it was granted, so everybody asks anew, right before the bytes leave.
 *
 * <p>Linux' monotonic clock stands still while a virtual machine is suspended: what a suspended
 * worker sends after it was woken is not caught by this.
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
     * @param start the reading from which on both durations count
     * @param validity how long the message is of use
     * @param timeout how long the right to send it lasts, and providers may take
     */
    public static SendWindow since(
            LongSupplier nanos, long start, Duration validity, Duration timeout) {
        return new SendWindow(nanos, start, validity, timeout);
    }

    /** One whose time does not pass. */
    public static SendWindow still(Duration validity, Duration timeout) {
        return new SendWindow(() -> 0, 0, validity, timeout);
    }

    /** How long the message is still of use. */
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
