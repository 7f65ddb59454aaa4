package io.countersign.bench;

import io.countersign.bench.load.Load;
import io.countersign.bench.load.Outcome;
import io.countersign.bench.measure.ProcessCosts;
import io.countersign.bench.measure.Work;
import io.countersign.bench.peer.BareHash;
import io.countersign.bench.result.Results;
import io.countersign.stack.application.ExecutableJar;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What can be asked for by name. Each measures itself once; the command repeats it. */
enum Part {
    /** Requests to the servers for one sign-in. */
    COUNTS {
        @Override
        void measure(Bed bed, Duration length, Results results)
                throws IOException, SQLException, InterruptedException {
            bed.work.logStatements(true);
            count(bed, bed.sms, "SMS", results);
            count(bed, bed.app, "app", results);
            bed.work.logStatements(false);
        }

        private void count(Bed bed, Load load, String method, Results results)
                throws IOException, SQLException, InterruptedException {
            load.open(5, Duration.ofSeconds(2));
            Work before = bed.work.now();
            Outcome outcome = Bed.check(load.open(10, Duration.ofSeconds(5)));
            Work done = bed.work.now().minus(before);
            double each = outcome.wholes().getTotalCount();
            String by = " a sign-in by " + method;
            results.add("P6b", "SQL statements" + by, "", "≤ 15", done.statements() / each);
            results.add("P6b", "transactions" + by, "", "≤ 4", done.transactions() / each);
            results.add("P6b", "flushes of the log" + by, "", "≤ 3", done.flushes() / each);
            results.add("P6b", "Redis round trips" + by, "", "≤ 9", done.redis() / each);
            results.add("P6b", "broker records" + by, "", "≤ 3.5", done.records() / each);
        }
    },
    /** Sign-ins by SMS at a quarter and at 60 % of the most, and what one costs. */
    SMS {
        @Override
        void measure(Bed bed, Duration length, Results results) {
            double hash = Runtime.getRuntime().availableProcessors() / bareHash(length);
            results.add("P6", "SMS sign-ins at the most", "/s", "≥ 150", bed.saturation());
            Map<String, Double> before = bed.costs.cpu();
            double own = ProcessCosts.own();
            Outcome quarter = Bed.check(bed.sms.open(bed.saturation() * 0.25, length));
            Map<String, Double> used = ProcessCosts.difference(before, bed.costs.cpu());
            double each = quarter.wholes().getTotalCount();
            results.add(
                    "P2",
                    "password to code at the provider, 25 %, p50",
                    "ms",
                    "",
                    quarter.millis(quarter.codes(), 50));
            results.add(
                    "P2",
                    "password to code at the provider, 25 %, p99",
                    "ms",
                    "",
                    quarter.millis(quarter.codes(), 99));
            results.add(
                    "P2",
                    "password to signed in by SMS, 25 %, p50",
                    "ms",
                    "",
                    quarter.millis(quarter.wholes(), 50));
            results.add(
                    "P2",
                    "password to signed in by SMS, 25 %, p99",
                    "ms",
                    "",
                    quarter.millis(quarter.wholes(), 99));
            results.add(
                    "P6",
                    "CPU of an SMS sign-in without hashing, 25 %",
                    "ms",
                    "≤ 10",
                    (ProcessCosts.sum(used) / each - hash) * 1000);
            used.forEach(
                    (name, seconds) ->
                            results.add(
                                    "P6",
                                    "of it "
                                            + name
                                            + (name.equals("auth-gateway") ? " with hashing" : ""),
                                    "ms",
                                    "",
                                    seconds / each * 1000));
            results.add(
                    "",
                    "the generator beside it",
                    "ms",
                    "",
                    (ProcessCosts.own() - own) / each * 1000);
            Outcome most = Bed.check(bed.sms.open(bed.saturation() * 0.6, length));
            results.add(
                    "P3",
                    "password to signed in by SMS, 60 %, p99",
                    "ms",
                    "",
                    most.millis(most.wholes(), 99));
        }
    },
    /** Sign-ins by password and app against the bare hash. */
    APP {
        @Override
        void measure(Bed bed, Duration length, Results results) {
            double bare = bareHash(length);
            Map<String, Double> before = bed.costs.cpu();
            Outcome app = Bed.check(bed.app.saturated(Bed.crowd(), length));
            double used = ProcessCosts.sum(ProcessCosts.difference(before, bed.costs.cpu()));
            double each = app.wholes().getTotalCount();
            results.add("P4", "bare Argon2id hashes", "/s", "", bare);
            results.add("P4", "password + app sign-ins", "/s", "", app.rate());
            results.add("P4", "sign-ins ÷ bare hashes", "", "≥ 0.9", app.rate() / bare);
            results.add(
                    "P6a",
                    "CPU of an app sign-in without hashing",
                    "ms",
                    "≤ 4",
                    (used / each - Runtime.getRuntime().availableProcessors() / bare) * 1000);
        }
    },
    /** An answer while a storm of passwords saturates hashing, and one address against many. */
    STORM {
        @Override
        void measure(Bed bed, Duration length, Results results) {
            Outcome calm = Bed.check(bed.sms.open(3, length));
            CompletableFuture<Outcome> storm =
                    CompletableFuture.supplyAsync(
                            () -> bed.app.saturated(Bed.crowd(), length.plusSeconds(2)));
            Outcome inStorm = Bed.check(bed.sms.open(3, length));
            storm.join();
            results.add(
                    "P15",
                    "an answer's p99 without a storm",
                    "ms",
                    "",
                    calm.millis(calm.answers(), 99));
            results.add(
                    "P15",
                    "an answer's p99 in a storm of passwords ÷ without",
                    "",
                    "≤ 2",
                    inStorm.millis(inStorm.answers(), 99) / calm.millis(calm.answers(), 99));
            double many = Bed.check(bed.app.saturated(Bed.crowd(), length)).rate();
            Outcome one = bed.appFromOneAddress.saturated(Bed.crowd(), length);
            results.add(
                    "P16", "sign-ins from one address ÷ from 32", "", "≥ 0.95", one.rate() / many);
        }
    },
    /** Memory after load, and what the stack uses at rest. */
    REST {
        @Override
        void measure(Bed bed, Duration length, Results results) {
            Map<String, Double> memory = bed.costs.memory();
            memory.forEach(
                    (name, mebibytes) ->
                            results.add("P11", "memory of " + name, "MiB", "", mebibytes));
            results.add(
                    "P11", "memory of the whole stack", "MiB", "≤ 1200", ProcessCosts.sum(memory));
            Load.none(Duration.ofSeconds(5));
            Map<String, Double> before = bed.costs.cpu();
            Load.none(length);
            double used = ProcessCosts.sum(ProcessCosts.difference(before, bed.costs.cpu()));
            results.add(
                    "P13", "the whole stack at rest", "cores", "≤ 0.03", used / length.toSeconds());
        }
    };

    abstract void measure(Bed bed, Duration length, Results results)
            throws IOException, SQLException, InterruptedException;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Part named(String word) {
        return Arrays.stream(values())
                .filter(part -> part.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "There is no %s; parts are %s"
                                                .formatted(
                                                        word,
                                                        Arrays.stream(values())
                                                                .map(Part::word)
                                                                .toList())));
    }

    private static double bareHash(Duration length) {
        try {
            return BareHash.measure(ExecutableJar.hashingFlags(256), length);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
