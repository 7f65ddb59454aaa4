package io.countersign.bench.part;

import io.countersign.bench.bed.Bed;
import io.countersign.bench.load.Load;
import io.countersign.bench.load.Outcome;
import io.countersign.bench.load.Steady;
import io.countersign.bench.measure.ProcessCosts;
import io.countersign.bench.peer.BareHash;
import io.countersign.bench.people.Filling;
import io.countersign.bench.result.Results;
import io.countersign.bench.stack.BenchStack;
import io.countersign.bench.stack.SmsProvider;
import io.countersign.stack.Folders;
import io.countersign.stack.own.OwnStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sign-ins in a database after years of use, in turn with those in the small one. */
public final class LargeDatabase implements Measurement {

    /** PostgreSQL's counters are late by up to a second. */
    private static final Duration COUNTED = Duration.ofSeconds(2);

    private static final Steady STEADY = new Steady(12);

    private final Bed small;
    private final int accounts;
    private @Nullable Large large;

    /**
     * @param accounts in the large database
     */
    public LargeDatabase(Bed small, int accounts) {
        this.small = small;
        this.accounts = accounts;
    }

    @Override
    public void once(Duration length, Results results)
            throws IOException, SQLException, InterruptedException {
        Large filled = large;
        if (filled == null) {
            filled = Large.start(small.checkout(), accounts);
            large = filled;
            warm(small, length);
            warm(filled.bed, length);
        }
        double hash = BareHash.measure(length).cpu();
        double few = cost(small, hash, length);
        Map<String, Long> before = filled.filling.sequentialScans(accounts);
        double many = cost(filled.bed, hash, length);
        Load.none(COUNTED);
        String in = "CPU of an app sign-in without hashing, ";
        results.add("P14", in + "few accounts", "ms", "", few * 1000);
        results.add("P14", in + "%,d accounts".formatted(accounts), "ms", "", many * 1000);
        results.add("P14", "many accounts ÷ few", "", "≤ 1.05", many / few);
        filled.filling
                .sequentialScans(accounts)
                .forEach(
                        (table, scans) ->
                                results.add(
                                        "P14",
                                        "sequential scans of " + table,
                                        "",
                                        "0",
                                        (double) (scans - before.getOrDefault(table, 0L))));
    }

    private static void warm(Bed bed, Duration length) {
        var _ = STEADY.warm(() -> bed.app().saturated(Bed.CROWD, length).rate());
    }

    private static double cost(Bed bed, double hash, Duration length) {
        Map<String, Double> before = bed.costs().cpu();
        Outcome outcome = bed.app().saturated(Bed.CROWD, length).proven();
        double used = ProcessCosts.sum(ProcessCosts.difference(before, bed.costs().cpu()));
        return used / outcome.wholes().getTotalCount() - hash;
    }

    @Override
    public void close() throws IOException {
        if (large != null) {
            large.close();
        }
    }

    /** The stack with the large database. */
    private record Large(
            Path data, OwnStack stack, SmsProvider provider, Bed bed, Filling filling) {

        static Large start(Path checkout, int accounts)
                throws IOException, SQLException, InterruptedException {
            Path data = Files.createTempDirectory("countersign-bench-large");
            SmsProvider provider = new SmsProvider();
            OwnStack stack = BenchStack.start(checkout, data, provider.address());
            Bed bed = new Bed(checkout, stack, provider);
            Filling filling = new Filling(stack.postgres("countersign"));
            filling.add(accounts);
            return new Large(data, stack, provider, bed, filling);
        }

        void close() throws IOException {
            try {
                bed.close();
            } catch (SQLException e) {
                throw new IOException(e);
            }
            stack.close();
            provider.close();
            Folders.delete(data);
        }
    }
}
