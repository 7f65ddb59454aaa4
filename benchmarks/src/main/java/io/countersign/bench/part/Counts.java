package io.countersign.bench.part;

import io.countersign.bench.bed.Bed;
import io.countersign.bench.load.Load;
import io.countersign.bench.load.Outcome;
import io.countersign.bench.measure.Work;
import io.countersign.bench.result.Results;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** Requests to the servers for one sign-in. */
public record Counts(Bed bed) implements Measurement {

    @Override
    public void once(Duration length, Results results)
            throws IOException, SQLException, InterruptedException {
        bed.work().logStatements(true);
        count(bed.sms(), "SMS", results);
        count(bed.app(), "app", results);
        bed.work().logStatements(false);
    }

    private void count(Load load, String method, Results results)
            throws IOException, SQLException, InterruptedException {
        load.open(5, Duration.ofSeconds(2));
        Work before = bed.work().now();
        Outcome outcome = load.open(10, Duration.ofSeconds(5)).proven();
        Work done = bed.work().now().minus(before);
        double each = outcome.wholes().getTotalCount();
        String by = " a sign-in by " + method;
        results.add("P6b", "SQL statements" + by, "", "≤ 15", done.statements() / each);
        results.add("P6b", "transactions" + by, "", "≤ 4", done.transactions() / each);
        results.add("P6b", "flushes of the log" + by, "", "≤ 3", done.flushes() / each);
        results.add("P6b", "Redis round trips" + by, "", "≤ 9", done.redis() / each);
        results.add("P6b", "broker records" + by, "", "≤ 3.5", done.records() / each);
    }
}
