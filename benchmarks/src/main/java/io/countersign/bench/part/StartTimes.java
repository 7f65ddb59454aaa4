package io.countersign.bench.part;

import io.countersign.bench.bed.Bed;
import io.countersign.bench.result.Results;
import io.countersign.bench.stack.BenchStack;
import io.countersign.stack.Folders;
import io.countersign.stack.own.OwnStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long another stack takes to be ready, and its gateway and a worker within it. */
public record StartTimes(Bed bed) implements Measurement {

    private static final Pattern STARTED =
            Pattern.compile("Started \\w+ in \\S+ seconds \\(process running for ([\\d.]+)\\)");

    @Override
    public void once(Duration length, Results results) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("countersign-bench-start");
        long begin = System.nanoTime();
        try (OwnStack stack = BenchStack.start(bed.checkout(), data, bed.provider().address())) {
            double whole = (System.nanoTime() - begin) / 1e9;
            results.add("P10", "start to ready: whole local stack", "s", "≤ 20", whole);
            results.add(
                    "P10",
                    "a worker's process until started, beside all others",
                    "s",
                    "≤ 3",
                    seconds(stack, "channel-sms"));
            results.add(
                    "P10",
                    "the gateway's process until started",
                    "s",
                    "≤ 5",
                    seconds(stack, "auth-gateway"));
        }
        Folders.delete(data);
    }

    private static double seconds(OwnStack stack, String program) throws IOException {
        Matcher started = STARTED.matcher(Files.readString(Path.of(stack.program(program).log())));
        if (!started.find()) {
            throw new IOException(program + " has not said how long it took to start");
        }
        return Double.parseDouble(started.group(1));
    }
}
