package io.countersign.bench;

import io.countersign.bench.result.Report;
import io.countersign.bench.result.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The command: measures what it is asked for, and prints a table. */
public final class Bench {

    private Bench() {}

    /**
     * Runs the command.
     *
     * @param arguments see {@link BenchOptions}
     */
    public static void main(String[] arguments) throws Exception {
        BenchOptions options = BenchOptions.parse(List.of(arguments));
        List<Side> sides = new ArrayList<>();
        try {
            for (Path checkout : options.checkouts()) {
                say("Starting a stack from " + checkout);
                sides.add(new Side(checkout));
            }
            measure(options, sides);
        } finally {
            for (Side side : sides) {
                side.close();
            }
        }
        List<Results> measured = sides.stream().map(Side::results).toList();
        Report report = new Report(options.checkouts(), measured);
        report.write(options.out());
        System.out.println(report.table());
        say("Written to " + options.out());
        System.exit(sides.stream().allMatch(Side::complete) ? 0 : 1);
    }

    /** In turn, so that what the machine does meanwhile befalls all alike. */
    private static void measure(BenchOptions options, List<Side> sides)
            throws IOException, InterruptedException, SQLException {
        say("Warming up");
        for (Side side : sides) {
            side.warmUp(options);
        }
        for (int run = 1; run <= options.runs(); run++) {
            for (Part part : options.parts()) {
                for (Side side : sides) {
                    say("%s, run %d of %d".formatted(part.word(), run, options.runs()));
                    side.measure(part, options);
                }
            }
        }
    }

    static void say(String what) {
        System.out.println(what);
    }
}
