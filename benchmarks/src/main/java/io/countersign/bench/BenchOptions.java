package io.countersign.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line.
 *
 * @param checkout whose jars are built
 * @param runs how often each part is measured
 * @param length of each load
 * @param out the file of the results
 * @param names of the parts; all where it is empty
 */
record BenchOptions(Path checkout, int runs, Duration length, Path out, List<String> names) {

    private static final String CHECKOUT = System.getProperty("countersign.checkout", ".");

    static BenchOptions parse(List<String> arguments) {
        Path checkout = Path.of(CHECKOUT).toAbsolutePath().normalize();
        int runs = 5;
        long seconds = 10;
        Path out = checkout.resolve("target").resolve("bench.json");
        List<String> names = new ArrayList<>();
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            if (argument.startsWith("--runs=")) {
                runs = Integer.parseInt(value);
            } else if (argument.startsWith("--seconds=")) {
                seconds = Long.parseLong(value);
            } else if (argument.startsWith("--checkout=")) {
                checkout = Path.of(value).toAbsolutePath().normalize();
            } else if (argument.startsWith("--out=")) {
                out = Path.of(value).toAbsolutePath();
            } else {
                names.add(Part.named(argument).word());
            }
        }
        return new BenchOptions(checkout, runs, Duration.ofSeconds(seconds), out, names);
    }
}
