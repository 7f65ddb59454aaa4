package io.countersign.simulator.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Shows when something happened, in this machine's time zone, which is also the browser's. */
public final class ClockTime {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private ClockTime() {}

    public static String of(Instant instant) {
        return CLOCK.format(instant);
    }
}
