package io.countersign.bench.part;

import java.time.Duration;

/** How long a load lasts that needs a number of samples. */
final class Enough {

    private Enough() {}

    static Duration of(int samples, double perSecond, Duration atLeast) {
        Duration needed = Duration.ofMillis(Math.round(samples / perSecond * 1000));
        return needed.compareTo(atLeast) > 0 ? needed : atLeast;
    }
}
