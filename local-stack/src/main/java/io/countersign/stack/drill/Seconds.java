package io.countersign.stack.drill;

import java.time.Duration;
import java.util.Locale;

/** A duration as people read it. */
final class Seconds {

    private Seconds() {}

    static String of(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
