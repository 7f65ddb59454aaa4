package io.countersign.bench.part;

import io.countersign.bench.bed.Bed;
import io.countersign.bench.engine.Engine;
import io.countersign.bench.engine.SmallStack;
import io.countersign.bench.result.Results;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Four workers, then two, then one, with a provider that takes its time. */
public record Workers(Bed bed) implements Measurement {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    @Override
    public void once(Duration length, Results results) throws IOException, InterruptedException {
        Map<Integer, Double> sent = new LinkedHashMap<>();
        try (SmallStack stack = SmallStack.start(bed.checkout(), 4);
                Engine engine = new Engine(stack.servers(), LIFETIME)) {
            sent.put(4, stack.sendsPerSecond(engine, 4, length));
            end(stack, 3, 4);
            sent.put(2, stack.sendsPerSecond(engine, 2, length));
            end(stack, 2, 2);
            sent.put(1, stack.sendsPerSecond(engine, 1, length));
        }
        double one = sent.getOrDefault(1, 0.0);
        sent.forEach(
                (workers, rate) -> {
                    String by = workers == 1 ? "1 worker" : workers + " workers";
                    results.add("P9", "SMS sent by " + by + ", 300 ms a call", "/s", "", rate);
                    results.add(
                            "P9",
                            "places busy of " + by,
                            "",
                            "≥ 0.95",
                            rate / (SmallStack.RATE * workers));
                    if (workers > 1) {
                        results.add(
                                "P9",
                                by + " ÷ " + workers + " times one",
                                "",
                                "≥ 0.95",
                                rate / (workers * one));
                    }
                });
    }

    /** In good order, as when an operator takes them away. */
    private static void end(SmallStack stack, int first, int last) {
        for (int number = first; number <= last; number++) {
            ProcessHandle worker = stack.worker(number);
            worker.destroy();
            worker.onExit().join();
        }
    }
}
