package io.countersign.channel.deliver;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param sendTimeout one send, over all providers that are asked
 * @param grace how long to wait for a receipt after an uncertain send
 * @param firstBackoff rest after the first failed try; doubles with each
 * @param longestBackoff where the doubling ends
 */
public record SendTimes(
        Duration sendTimeout, Duration grace, Duration firstBackoff, Duration longestBackoff) {

    Duration backoffAfter(int tries) {
        Duration doubled = firstBackoff.multipliedBy(1L << Math.min(tries, 20));
        return doubled.compareTo(longestBackoff) < 0 ? doubled : longestBackoff;
    }
}
