package io.countersign.bench;

import io.countersign.bench.bed.Bed;
import io.countersign.bench.part.Measurement;
import io.countersign.bench.result.Results;
import io.countersign.bench.stack.BenchStack;
import io.countersign.bench.stack.SmsProvider;
import io.countersign.stack.Folders;
import io.countersign.stack.own.OwnStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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
        Results results = new Results();
        Path data = Files.createTempDirectory("countersign-bench");
        try (SmsProvider provider = new SmsProvider()) {
            say("Starting a stack");
            long begin = System.nanoTime();
            try (OwnStack stack = BenchStack.start(options.checkout(), data, provider.address())) {
                results.add(
                        "P10",
                        "start to ready: whole local stack",
                        "s",
                        "≤ 20",
                        (System.nanoTime() - begin) / 1e9);
                measure(options, new Bed(stack, provider), results);
            }
        }
        // Of a run that failed, the folder stays, with what the programs logged.
        Folders.delete(data);
        results.write(options.out());
        System.out.println(results.table());
        say("Written to " + options.out());
        System.exit(0);
    }

    private static void measure(BenchOptions options, Bed bed, Results results)
            throws IOException, InterruptedException, SQLException {
        try (bed) {
            say("Warming up");
            bed.warmUp(options.length());
            for (Part part : Part.ALL) {
                if (options.names().isEmpty() || options.names().contains(part.word())) {
                    try (Measurement measurement = part.start().on(bed)) {
                        for (int run = 1; run <= options.runs(); run++) {
                            say("%s, run %d of %d".formatted(part.word(), run, options.runs()));
                            measurement.once(options.length(), results);
                        }
                    }
                }
            }
        }
    }

    static void say(String what) {
        System.out.println(what);
    }
}
