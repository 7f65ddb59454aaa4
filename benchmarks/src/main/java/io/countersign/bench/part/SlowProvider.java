package io.countersign.bench.part;

import io.countersign.bench.bed.Bed;
import io.countersign.bench.load.Load;
import io.countersign.bench.load.Outcome;
import io.countersign.bench.result.Results;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Deliveries beside some whose provider is slow, or does not answer at all. */
public final class SlowProvider implements Measurement {

    private static final String OTHERS = "+1212";
    private static final String SLOW = "+1646";
    private static final Duration SLOWLY = Duration.ofSeconds(2);
    private static final Duration HARDLY = Duration.ofSeconds(30);

    private final Bed bed;
    private final int samples;

    /**
     * @param samples how many deliveries each 99th percentile comes from, at least
     */
    public SlowProvider(Bed bed, int samples) {
        this.bed = bed;
        this.samples = samples;
    }

    @Override
    public void once(Duration length, Results results) {
        double rate = bed.deliveries().most(length) / 4;
        Duration enough = Enough.of(samples, rate, length);
        Load others = bed.deliveries().to(OTHERS);
        Outcome well = beside(Duration.ZERO, rate / 10, others, rate, enough);
        Outcome slow = beside(SLOWLY, rate / 10, others, rate, enough);
        Outcome hardly = beside(HARDLY, rate / 100, others, rate, enough);
        double p99 = well.millis(well.codes(), 99);
        results.add("P7", "deliveries a second beside it", "/s", "", well.rate());
        results.add("P7", "deliveries' p99, provider well", "ms", "", p99);
        results.add(
                "P7",
                "others' p99 beside one in ten at 2 s ÷ without",
                "",
                "≤ 1.1",
                slow.millis(slow.codes(), 99) / p99);
        results.add(
                "P7",
                "others' p99 beside 1 % at 30 s ÷ without",
                "",
                "≤ 1.1",
                hardly.millis(hardly.codes(), 99) / p99);
    }

    private Outcome beside(
            Duration each, double slowRate, Load others, double rate, Duration length) {
        bed.provider().slow(SLOW, each);
        CompletableFuture<Outcome> slow =
                CompletableFuture.supplyAsync(
                        () -> bed.deliveries().to(SLOW).open(slowRate, length));
        Outcome outcome = others.open(rate, length).proven();
        var _ = slow.join();
        bed.provider().slow(SLOW, Duration.ZERO);
        return outcome;
    }
}
