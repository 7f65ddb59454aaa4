package io.countersign.identity.credential;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which buckets were seen full, so that refusing costs no connection to the database. An entry is
 * believed for a few seconds only: another instance may have taken a try back meanwhile.
 */
final class FullBuckets {

    private static final Duration BELIEVED = Duration.ofSeconds(10);
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Map<String, Full> seen = new LinkedHashMap<>();

    FullBuckets(InstantSource clock) {
        this.clock = clock;
    }

    private record Full(Instant freeAgain, Instant believedUntil) {}

    /** When all of them are free again; empty when none of them is known to be full. */
    synchronized Optional<Instant> freeAgain(Collection<String> buckets) {
        Instant now = clock.instant();
        return buckets.stream()
                .map(seen::get)
                .filter(Objects::nonNull)
                .filter(full -> now.isBefore(full.believedUntil()))
                .map(Full::freeAgain)
                .filter(now::isBefore)
                .max(Comparator.naturalOrder());
    }

    synchronized void remember(String bucket, Instant freeAgain) {
        seen.remove(bucket);
        seen.put(bucket, new Full(freeAgain, clock.instant().plus(BELIEVED)));
        if (seen.size() > MOST) {
            seen.remove(seen.keySet().iterator().next());
        }
    }

    synchronized void forget(Collection<String> buckets) {
        buckets.forEach(seen::remove);
    }
}
