package io.countersign.bench.part;

import io.countersign.bench.bed.Bed;
import io.countersign.bench.load.Load;
import io.countersign.bench.measure.ProcessCosts;
import io.countersign.bench.result.Results;
import java.time.Duration;
import java.util.Map;

/** Memory after load, and what the stack uses at rest. */
public record AtRest(Bed bed) implements Measurement {

    private static final Duration CALMING_DOWN = Duration.ofSeconds(5);

    @Override
    public void once(Duration length, Results results) {
        Map<String, Double> memory = bed.costs().memory();
        memory.forEach(
                (name, mebibytes) -> results.add("P11", "memory of " + name, "MiB", "", mebibytes));
        results.add("P11", "memory of the whole stack", "MiB", "≤ 1200", ProcessCosts.sum(memory));
        Load.none(CALMING_DOWN);
        Map<String, Double> before = bed.costs().cpu();
        Load.none(length);
        double used = ProcessCosts.sum(ProcessCosts.difference(before, bed.costs().cpu()));
        results.add("P13", "the whole stack at rest", "cores", "≤ 0.03", used / length.toSeconds());
    }
}
