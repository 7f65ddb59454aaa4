package io.countersign.bench.part;

import io.countersign.bench.bed.Bed;
import io.countersign.bench.keycloak.Distribution;
import io.countersign.bench.keycloak.Peer;
import io.countersign.bench.keycloak.Peer.Kind;
import io.countersign.bench.load.Load;
import io.countersign.bench.load.Outcome;
import io.countersign.bench.load.Steady;
import io.countersign.bench.load.Steady.Warm;
import io.countersign.bench.measure.ProcessCosts;
import io.countersign.bench.peer.BareHash;
import io.countersign.bench.result.Results;
import io.countersign.stack.application.ExecutableJar;
import io.countersign.stack.state.StackFile.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Sign-ins of the gateway and of Keycloak in turn, with the same hash and the same PostgreSQL. */
public final class BesideKeycloak implements Measurement {

    private static final String POSTGRES = "postgres";
    private static final int HEAP_MEGABYTES = 512;
    private static final Steady STEADY = new Steady(24);
    private static final List<Kind> KINDS =
            List.of(
                    new Kind(
                            "keycloak",
                            "our hash flags",
                            ExecutableJar.hashingFlags(HEAP_MEGABYTES)),
                    new Kind("keycloak_as_it_is", "its own flags", List.of()));

    private final Bed bed;
    private final Path checkout;
    private final List<Peer> peers = new ArrayList<>();
    private double slowest = Double.MAX_VALUE;

    /**
     * @param checkout where Keycloak was fetched to
     */
    public BesideKeycloak(Bed bed, Path checkout) {
        this.bed = bed;
        this.checkout = checkout;
    }

    @Override
    public void once(Duration length, Results results)
            throws IOException, SQLException, InterruptedException {
        if (peers.isEmpty()) {
            start(length, results);
        }
        double bare = BareHash.measure(length).perSecond();
        results.add("P5", "bare Argon2id hashes beside Keycloak", "/s", "", bare);
        Comparison byApp = new Comparison("password + app", "≥ 1.25", bare);
        byApp.measure(bed.app(), peers.stream().map(Peer::app).toList(), length, results);
        Comparison plain = new Comparison("password only", "≥ 1.3", bare);
        plain.measure(bed.plain(), peers.stream().map(Peer::plain).toList(), length, results);
        times("Countersign", bed.app(), length, results);
        for (Peer peer : peers) {
            times("Keycloak with " + peer.flags(), peer.app(), length, results);
        }
    }

    /** At the same rate for all, which all can serve. */
    private void times(String whose, Load load, Duration length, Results results) {
        Outcome outcome = load.open(slowest / 2, length).proven();
        String what = whose + ": password + app at half speed, ";
        results.add("P5", what + "p50", "ms", "", outcome.millis(outcome.wholes(), 50));
        results.add("P5", what + "p99", "ms", "", outcome.millis(outcome.wholes(), 99));
    }

    private final class Comparison {

        private final String method;
        private final String goal;
        private final double bare;

        Comparison(String method, String goal, double bare) {
            this.method = method;
            this.goal = goal;
            this.bare = bare;
        }

        void measure(Load ours, List<Load> theirs, Duration length, Results results) {
            Measured own = measured(ours, bed.costs(), "Countersign", length, results);
            for (int i = 0; i < theirs.size(); i++) {
                Peer peer = peers.get(i);
                Map<String, Double> before = bed.costs().cpu();
                Measured their =
                        measured(
                                theirs.get(i),
                                new ProcessCosts(withPostgres(peer)),
                                "Keycloak with " + peer.flags(),
                                length,
                                results);
                idle(before, length, results);
                String both = "Countersign ÷ Keycloak with %s, ".formatted(peer.flags()) + method;
                results.add("P5", both, "", i == 0 ? goal : "", own.rate() / their.rate());
                results.add("P5", both + ", CPU of each", "", "", own.cpu() / their.cpu());
            }
        }

        private Measured measured(
                Load load, ProcessCosts costs, String whose, Duration length, Results results) {
            Map<String, Double> before = costs.cpu();
            Outcome outcome = load.saturated(Bed.CROWD, length).proven();
            double used = ProcessCosts.sum(ProcessCosts.difference(before, costs.cpu()));
            double cpu = used / outcome.wholes().getTotalCount();
            String what = "%s: %s".formatted(whose, method);
            results.add("P5", what, "/s", "", outcome.rate());
            results.add("P5", what + " ÷ bare hash", "", "", outcome.rate() / bare);
            results.add("P5", what + ", CPU of each", "ms", "", cpu * 1000);
            return new Measured(outcome.rate(), cpu);
        }

        /** What Keycloak does not get because the stack beside it is not quite at rest. */
        private void idle(Map<String, Double> before, Duration length, Results results) {
            Map<String, Double> used = ProcessCosts.difference(before, bed.costs().cpu());
            used.remove(POSTGRES);
            results.add(
                    "P5",
                    "the idle stack while Keycloak is measured",
                    "cores",
                    "",
                    ProcessCosts.sum(used) / length.toSeconds());
        }
    }

    /**
     * What a load came to.
     *
     * @param cpu seconds of each sign-in, of all programs that take part, their database included
     */
    private record Measured(double rate, double cpu) {}

    private List<Running> withPostgres(Peer peer) {
        return List.of(peer.running(), bed.stack().program(POSTGRES));
    }

    private void start(Duration length, Results results)
            throws IOException, SQLException, InterruptedException {
        Distribution distribution = Distribution.in(checkout);
        for (Kind kind : KINDS) {
            peers.add(Peer.start(distribution, kind, bed.stack(), bed.crowd()));
        }
        List<Load> loads =
                Stream.concat(
                                Stream.of(bed.app(), bed.plain()),
                                peers.stream().flatMap(peer -> Stream.of(peer.app(), peer.plain())))
                        .toList();
        for (Load load : loads) {
            Warm warm = STEADY.warm(() -> load.saturated(Bed.CROWD, length).rate());
            slowest = Math.min(slowest, warm.rate());
            results.add("P5", "windows until a rate no longer rises", "", "", warm.windows());
        }
    }

    @Override
    public void close() {
        peers.forEach(Peer::close);
    }
}
