package io.countersign.stack.drill;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line for each program, with its median and its slowest start. */
public final class StartTable {

    private static final String LINE = "%-18s %6s %6s %6s %9s %9s";

    private StartTable() {}

    public static String of(List<Starts> all) {
        return Stream.concat(Stream.of(head()), all.stream().map(StartTable::line))
                .collect(Collectors.joining("\n"));
    }

    private static String head() {
        return LINE.formatted("program", "ready", "ended", "hung", "median", "slowest");
    }

    private static String line(Starts starts) {
        List<Duration> durations = starts.durations();
        boolean none = durations.isEmpty();
        return LINE.formatted(
                starts.program(),
                starts.ready(),
                starts.ended(),
                starts.hung(),
                none ? "-" : Seconds.of(durations.get((durations.size() - 1) / 2)),
                none ? "-" : Seconds.of(durations.getLast()));
    }
}
