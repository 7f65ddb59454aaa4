package io.countersign.bench.part;

import io.countersign.bench.bed.Bed;
import io.countersign.bench.load.Load;
import io.countersign.bench.load.Outcome;
import io.countersign.bench.result.Results;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Deliveries beside nine times as many to numbers that begin alike. */
public final class Prefix implements Measurement {

    private static final double SHARE_OF_THE_MOST = 0.6;
    private static final double OTHERS = 0.1;

    private final Bed bed;
    private final int samples;

    /**
     * @param samples how many deliveries each 99th percentile comes from, at least
     */
    public Prefix(Bed bed, int samples) {
        this.bed = bed;
        this.samples = samples;
    }

    @Override
    public void once(Duration length, Results results) {
        double all = bed.deliveries().most(length) * SHARE_OF_THE_MOST;
        Duration enough = Enough.of(samples, all * OTHERS, length);
        Load others = bed.deliveries().to("+1212");
        Outcome alone = others.open(all * OTHERS, enough).proven();
        CompletableFuture<Outcome> crowd =
                CompletableFuture.supplyAsync(
                        () -> bed.deliveries().to("+1646").open(all * (1 - OTHERS), enough));
        Outcome beside = others.open(all * OTHERS, enough).proven();
        var _ = crowd.join().proven();
        double p99 = alone.millis(alone.codes(), 99);
        results.add("P12", "deliveries a second, all prefixes", "/s", "", all);
        results.add("P12", "others' p99 without the crowded prefix", "ms", "", p99);
        results.add(
                "P12",
                "others' p99 beside a prefix with 90 % ÷ without",
                "",
                "≤ 2",
                beside.millis(beside.codes(), 99) / p99);
    }
}
