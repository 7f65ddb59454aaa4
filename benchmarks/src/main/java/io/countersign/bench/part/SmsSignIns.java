package io.countersign.bench.part;

import io.countersign.bench.bed.Bed;
import io.countersign.bench.load.Outcome;
import io.countersign.bench.measure.ProcessCosts;
import io.countersign.bench.peer.BareHash;
import io.countersign.bench.result.Results;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** Sign-ins by SMS at a quarter and at 60 % of the most, and what one costs. */
public record SmsSignIns(Bed bed) implements Measurement {

    @Override
    public void once(Duration length, Results results) throws IOException, InterruptedException {
        double hash = BareHash.measure(length).cpu();
        double most = bed.saturation();
        results.add("P6", "SMS sign-ins at the most", "/s", "≥ 150", most);
        Map<String, Double> before = bed.costs().cpu();
        double own = ProcessCosts.own();
        Outcome quarter = bed.sms().open(most * 0.25, length).proven();
        Map<String, Double> used = ProcessCosts.difference(before, bed.costs().cpu());
        times(quarter, results);
        costs(used, quarter.wholes().getTotalCount(), hash, results);
        results.add(
                "",
                "the generator beside it",
                "ms",
                "",
                (ProcessCosts.own() - own) / quarter.wholes().getTotalCount() * 1000);
        Outcome busy = bed.sms().open(most * 0.6, length).proven();
        results.add(
                "P3",
                "password to signed in by SMS, 60 %, p99",
                "ms",
                "",
                busy.millis(busy.wholes(), 99));
    }

    private static void times(Outcome quarter, Results results) {
        String code = "password to code at the provider, 25 %, ";
        results.add("P2", code + "p50", "ms", "", quarter.millis(quarter.codes(), 50));
        results.add("P2", code + "p99", "ms", "", quarter.millis(quarter.codes(), 99));
        String whole = "password to signed in by SMS, 25 %, ";
        results.add("P2", whole + "p50", "ms", "", quarter.millis(quarter.wholes(), 50));
        results.add("P2", whole + "p99", "ms", "", quarter.millis(quarter.wholes(), 99));
    }

    private static void costs(
            Map<String, Double> used, long signIns, double hash, Results results) {
        results.add(
                "P6",
                "CPU of an SMS sign-in without hashing, 25 %",
                "ms",
                "≤ 10",
                (ProcessCosts.sum(used) / signIns - hash) * 1000);
        used.forEach(
                (name, seconds) ->
                        results.add(
                                "P6",
                                "of it "
                                        + name
                                        + (name.equals("auth-gateway") ? " with hashing" : ""),
                                "ms",
                                "",
                                seconds / signIns * 1000));
    }
}
