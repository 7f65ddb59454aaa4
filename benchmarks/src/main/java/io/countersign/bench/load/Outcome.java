package io.countersign.bench.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What a load measured.
 *
 * @param wholes microseconds from when a sign-in was due until it was complete
 * @param codes microseconds from when a sign-in was due until its code was at the provider; empty
 *     where none is sent
 * @param answers microseconds that the second factor's request took
 * @param failed how many did not succeed; they are in none of the lists
 * @param example why one of them did not; empty where none failed
 */
public record Outcome(
        Histogram wholes,
        Histogram codes,
        Histogram answers,
        long failed,
        String example,
        Duration took) {

    public double millis(Histogram of, double percentile) {
        return of.getValueAtPercentile(percentile) / 1000.0;
    }

    /** Completed sign-ins a second. */
    public double rate() {
        return wholes.getTotalCount() / (took.toNanos() / 1e9);
    }

    /**
     * Itself, where it proves something.
     *
     * @throws IllegalStateException where more than one in a hundred failed
     */
    public Outcome proven() {
        if (failed * 100 > wholes.getTotalCount()) {
            throw new IllegalStateException(
                    "%d of %d failed, such as: %s"
                            .formatted(failed, failed + wholes.getTotalCount(), example));
        }
        return this;
    }
}
