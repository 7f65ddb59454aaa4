package io.countersign.voice.number;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the calls from each number went lately.
 *
 * @param numbers those that have called, by their value
 */
record PoolState(Map<String, Track> numbers) {

    static final PoolState NEW = new PoolState(Map.of());

    static final int MOST_MISSES = 5;
    static final Duration REST = Duration.ofMinutes(30);

    /**
     * One number's record.
     *
     * @param misses calls in a row that did not arrive
     * @param missingSince the first of them; null where there is none
     * @param lastArrival null where none has arrived
     * @param restsUntil null where it does not rest
     */
    record Track(
            int misses,
            @Nullable Instant missingSince,
            @Nullable Instant lastArrival,
            @Nullable Instant restsUntil) {

        static final Track NEW = new Track(0, null, null, null);

        Track arrived(Instant now) {
            return new Track(0, null, now, null);
        }

        Track missed(Instant now) {
            Instant since = missingSince == null ? now : missingSince;
            return new Track(misses + 1, since, lastArrival, restsUntil);
        }

        Track resting(Instant now) {
            return new Track(0, null, lastArrival, now.plus(REST));
        }

        boolean restsAt(Instant now) {
            return restsUntil != null && now.isBefore(restsUntil);
        }

        boolean arrivedAfter(Instant moment) {
            return lastArrival != null && lastArrival.isAfter(moment);
        }
    }

    PoolState {
        numbers = Map.copyOf(numbers);
    }

    PoolState arrived(CallingNumber number, Instant now) {
        return with(number, track(number).arrived(now));
    }

    /** When no call arrives from any number, no single number is to blame, and none rests. */
    PoolState missed(CallingNumber number, Instant now) {
        Track missed = track(number).missed(now);
        Instant since = missed.missingSince();
        boolean othersArrive =
                since != null
                        && numbers.values().stream().anyMatch(other -> other.arrivedAfter(since));
        return with(
                number,
                missed.misses() >= MOST_MISSES && othersArrive ? missed.resting(now) : missed);
    }

    PoolState refused(CallingNumber number, Instant now) {
        return with(number, track(number).resting(now));
    }

    boolean rests(CallingNumber number, Instant now) {
        return track(number).restsAt(now);
    }

    private Track track(CallingNumber number) {
        return numbers.getOrDefault(number.value(), Track.NEW);
    }

    private PoolState with(CallingNumber number, Track track) {
        Map<String, Track> next = new HashMap<>(numbers);
        next.put(number.value(), track);
        return new PoolState(next);
    }
}
