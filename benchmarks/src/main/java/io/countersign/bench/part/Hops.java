package io.countersign.bench.part;

import io.countersign.bench.bed.Bed;
import io.countersign.bench.engine.DeliveryLoads;
import io.countersign.bench.engine.StackServers;
import io.countersign.bench.hops.FrontProcess;
import io.countersign.bench.load.Load;
import io.countersign.bench.load.Outcome;
import io.countersign.bench.load.Steady;
import io.countersign.bench.measure.ProcessCosts;
import io.countersign.bench.people.Person;
import io.countersign.bench.result.Results;
import io.countersign.stack.state.StackFile.Running;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Deliveries from the request to the outcome seen, through the engine and by the bare hops, at the
 * same rate.
 */
public final class Hops implements Measurement {

    private static final Set<String> SERVERS = Set.of("kafka", "redis");
    private static final String WORKER = "channel-sms";
    private static final int CROWD = 32;
    private static final Steady STEADY = new Steady(8);

    private final Bed bed;
    private final List<FrontProcess> fronts = new ArrayList<>();
    private final List<Person> numbers = DeliveryLoads.numbers("+1212");
    private double most;

    public Hops(Bed bed) {
        this.bed = bed;
    }

    @Override
    public void once(Duration length, Results results) throws IOException {
        if (fronts.size() < 2) {
            start(length);
        }
        results.add("P2", "requests to outcomes seen at the most, no password", "/s", "", most);
        Cost bare = new Cost(fronts.getLast(), false);
        Outcome hops = bare.measure(most / 4, length);
        Cost whole = new Cost(fronts.getFirst(), true);
        Outcome engine = whole.measure(most / 4, length);
        Outcome busy = fronts.getFirst().load(numbers).open(most * 0.6, length).proven();
        results.add("P1", "CPU of the bare hops, 25 %", "ms", "", bare.each * 1000);
        results.add("P1", "CPU of the engine's delivery, 25 %", "ms", "", whole.each * 1000);
        results.add("P1", "bare hops ÷ engine", "", "≥ 0.3", bare.each / whole.each);
        times("P2", "request to outcome seen, 25 %, p50", "≤ 6", engine, 50, results);
        times("P2", "request to outcome seen, 25 %, p99", "≤ 20", engine, 99, results);
        times("P3", "request to outcome seen, 60 %, p99", "≤ 50", busy, 99, results);
        times("P2", "the same by the bare hops, 25 %, p50", "", hops, 50, results);
    }

    private static void times(
            String row, String what, String goal, Outcome of, int percentile, Results results) {
        results.add(row, what, "ms", goal, of.millis(of.wholes(), percentile));
    }

    private void start(Duration length) throws IOException {
        StackServers servers = StackServers.of(bed.stack());
        URI provider = bed.provider().address();
        Path logs = bed.stack().logs();
        fronts.add(FrontProcess.engine(servers, provider, logs));
        fronts.add(FrontProcess.bare(servers, provider, logs));
        for (FrontProcess front : fronts) {
            Load load = front.load(numbers);
            double rate = STEADY.warm(() -> load.saturated(CROWD, length).rate()).rate();
            most = most == 0 ? rate : most;
        }
    }

    /** What one delivery costs beyond what the same programs use at rest. */
    private final class Cost {

        private final FrontProcess front;
        private final ProcessCosts costs;
        private double each;

        Cost(FrontProcess front, boolean withWorker) {
            this.front = front;
            List<Running> programs = new ArrayList<>(List.of(front.running()));
            bed.stack().programs().stream()
                    .filter(
                            program ->
                                    SERVERS.contains(program.name())
                                            || (withWorker && program.name().equals(WORKER)))
                    .forEach(programs::add);
            this.costs = new ProcessCosts(programs);
        }

        Outcome measure(double rate, Duration length) {
            double before = ProcessCosts.sum(costs.cpu());
            Load.none(length);
            double rest = ProcessCosts.sum(costs.cpu()) - before;
            Outcome outcome = front.load(numbers).open(rate, length).proven();
            double used = ProcessCosts.sum(costs.cpu()) - before - rest;
            double atRest = rest * outcome.took().toNanos() / length.toNanos();
            each = (used - atRest) / outcome.wholes().getTotalCount();
            return outcome;
        }
    }

    @Override
    public void close() {
        fronts.forEach(FrontProcess::close);
    }
}
