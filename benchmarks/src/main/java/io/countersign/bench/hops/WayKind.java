package io.countersign.bench.hops;

import java.util.Locale;

/** Which way a {@link Front} sends. */
enum WayKind {
    ENGINE,
    BARE;

    String programName() {
        return "front-" + name().toLowerCase(Locale.ROOT);
    }
}
