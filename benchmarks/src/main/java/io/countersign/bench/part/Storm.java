package io.countersign.bench.part;

import io.countersign.bench.bed.Bed;
import io.countersign.bench.load.Outcome;
import io.countersign.bench.result.Results;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** An answer while a storm of passwords saturates hashing, and one address against many. */
public record Storm(Bed bed) implements Measurement {

    private static final double ANSWERS_PER_SECOND = 3;

    @Override
    public void once(Duration length, Results results) {
        Outcome calm = bed.sms().open(ANSWERS_PER_SECOND, length).proven();
        CompletableFuture<Outcome> storm =
                CompletableFuture.supplyAsync(
                        () -> bed.app().saturated(Bed.CROWD, length.plusSeconds(2)));
        Outcome inStorm = bed.sms().open(ANSWERS_PER_SECOND, length).proven();
        storm.join();
        double without = calm.millis(calm.answers(), 99);
        results.add("P15", "an answer's p99 without a storm", "ms", "", without);
        results.add(
                "P15",
                "an answer's p99 in a storm of passwords ÷ without",
                "",
                "≤ 2",
                inStorm.millis(inStorm.answers(), 99) / without);
        double many = bed.app().saturated(Bed.CROWD, length).proven().rate();
        double one = bed.appFromOneAddress().saturated(Bed.CROWD, length).rate();
        results.add("P16", "sign-ins from one address ÷ from 32", "", "≥ 0.95", one / many);
    }
}
