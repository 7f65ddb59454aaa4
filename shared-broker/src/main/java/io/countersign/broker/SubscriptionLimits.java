package io.countersign.broker;

import java.time.Duration;

/**
 * How much a subscription takes on.
 *
 * @param inFlight most events handled at the same time
 * @param held most events taken and not finished, including those that wait to be handed over
 *     again; a subscription pauses there, and may overshoot by one fetch of at most {@code
 *     inFlight}
 * @param eventBytes most bytes of data in an event; a larger one is a dead letter
 * @param drain how long {@link Subscription#close} waits for what is in flight
 * @param failures how many times a handler may throw on one event before it is a dead letter
 * @param backoff delay after the first throw; doubles with each, up to half a minute
 */
public record SubscriptionLimits(
        int inFlight, int held, int eventBytes, Duration drain, int failures, Duration backoff) {

    public static final SubscriptionLimits DEFAULTS =
            new SubscriptionLimits(
                    256, 2_000, 256 * 1024, Duration.ofSeconds(10), 5, Duration.ofSeconds(1));

    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);

    public SubscriptionLimits {
        require(inFlight >= 1, "in-flight must be at least 1");
        require(held >= inFlight, "held must be at least in-flight");
        require(eventBytes >= 1, "event-bytes must be at least 1");
        require(!drain.isNegative(), "drain must not be negative");
        require(failures >= 0, "failures must not be negative");
        require(backoff.isPositive(), "backoff must be longer than nothing");
    }

    /** How long to wait after the handler threw for the {@code failure}th time, counted from 1. */
    public Duration backoffAfter(int failure) {
        Duration doubled = backoff.multipliedBy(1L << Math.min(failure - 1, 20));
        return doubled.compareTo(LONGEST_BACKOFF) < 0 ? doubled : LONGEST_BACKOFF;
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException("Broker subscription: " + sentence);
        }
    }
}
