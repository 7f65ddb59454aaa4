package io.countersign.bench.part;

import io.countersign.bench.bed.Bed;
import io.countersign.bench.load.Outcome;
import io.countersign.bench.measure.ProcessCosts;
import io.countersign.bench.peer.BareHash;
import io.countersign.bench.peer.BareHash.Hashes;
import io.countersign.bench.result.Results;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** Sign-ins by password and app against the bare hash. */
public record AppSignIns(Bed bed) implements Measurement {

    @Override
    public void once(Duration length, Results results) throws IOException, InterruptedException {
        Hashes hashes = BareHash.measure(length);
        Map<String, Double> before = bed.costs().cpu();
        Outcome app = bed.app().saturated(Bed.CROWD, length).proven();
        double used = ProcessCosts.sum(ProcessCosts.difference(before, bed.costs().cpu()));
        results.add("P4", "bare Argon2id hashes", "/s", "", hashes.perSecond());
        results.add("P4", "password + app sign-ins", "/s", "", app.rate());
        results.add("P4", "sign-ins ÷ bare hashes", "", "≥ 0.9", app.rate() / hashes.perSecond());
        results.add(
                "P6a",
                "CPU of an app sign-in without hashing",
                "ms",
                "≤ 4",
                (used / app.wholes().getTotalCount() - hashes.cpu()) * 1000);
    }
}
