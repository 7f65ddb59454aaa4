package io.countersign.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line.
 *
 * @param checkouts whose jars are built; where there are two, they are measured in turn
 * @param runs how often each part is measured
 * @param length of each load
 * @param out the file of the results
 * @param sizes of some parts
 * @param parts in the order in which they are measured
 */
record BenchOptions(
        List<Path> checkouts, int runs, Duration length, Path out, Sizes sizes, List<Part> parts) {

    private static final Path OWN =
            Path.of(System.getProperty("countersign.checkout", ".")).toAbsolutePath().normalize();

    static BenchOptions parse(List<String> arguments) {
        List<Path> checkouts = new ArrayList<>(List.of(OWN));
        int runs = 5;
        long seconds = 10;
        Path out = OWN.resolve("target").resolve("bench.json");
        Sizes sizes = Sizes.DEFAULTS;
        List<Part> parts = new ArrayList<>();
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            if (argument.startsWith("--runs=")) {
                runs = Integer.parseInt(value);
            } else if (argument.startsWith("--seconds=")) {
                seconds = Long.parseLong(value);
            } else if (argument.startsWith("--checkout=")) {
                checkouts.add(Path.of(value).toAbsolutePath().normalize());
            } else if (argument.startsWith("--out=")) {
                out = Path.of(value).toAbsolutePath();
            } else if (Sizes.named(argument)) {
                sizes = sizes.with(argument);
            } else {
                parts.add(Part.named(argument));
            }
        }
        return new BenchOptions(
                checkouts,
                runs,
                Duration.ofSeconds(seconds),
                out,
                sizes,
                parts.isEmpty() ? Part.ALL : List.copyOf(parts));
    }

    /** Where this program itself was built. */
    Path own() {
        return checkouts.getFirst();
    }
}
