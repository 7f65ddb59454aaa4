package io.countersign.bench;

import io.countersign.bench.bed.Bed;
import io.countersign.bench.part.AppSignIns;
import io.countersign.bench.part.AtRest;
import io.countersign.bench.part.BesideKeycloak;
import io.countersign.bench.part.Counts;
import io.countersign.bench.part.Hops;
import io.countersign.bench.part.LargeDatabase;
import io.countersign.bench.part.Measurement;
import io.countersign.bench.part.Pause;
import io.countersign.bench.part.Prefix;
import io.countersign.bench.part.SlowProvider;
import io.countersign.bench.part.SmsSignIns;
import io.countersign.bench.part.StartTimes;
import io.countersign.bench.part.Storm;
import io.countersign.bench.part.Workers;
import java.util.List;

/**
 * What can be asked for by name.
 *
 * @param word the name
 */
record Part(String word, Start start) {

    static final List<Part> ALL =
            List.of(
                    new Part("start", (bed, _) -> new StartTimes(bed)),
                    new Part("counts", (bed, _) -> new Counts(bed)),
                    new Part("sms", (bed, _) -> new SmsSignIns(bed)),
                    new Part("app", (bed, _) -> new AppSignIns(bed)),
                    new Part("storm", (bed, _) -> new Storm(bed)),
                    new Part("keycloak", (bed, options) -> new BesideKeycloak(bed, options.own())),
                    new Part("hops", (bed, _) -> new Hops(bed)),
                    new Part(
                            "provider",
                            (bed, options) -> new SlowProvider(bed, options.sizes().samples())),
                    new Part(
                            "prefix", (bed, options) -> new Prefix(bed, options.sizes().samples())),
                    new Part("pause", (bed, options) -> new Pause(bed, options.sizes().pause())),
                    new Part("workers", (bed, _) -> new Workers(bed)),
                    new Part(
                            "accounts",
                            (bed, options) -> new LargeDatabase(bed, options.sizes().accounts())),
                    new Part("rest", (bed, _) -> new AtRest(bed)));

    /** Prepares what a part needs. */
    @FunctionalInterface
    interface Start {
        Measurement on(Bed bed, BenchOptions options);
    }

    static Part named(String word) {
        return ALL.stream()
                .filter(part -> part.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "There is no %s; parts are %s"
                                                .formatted(
                                                        word,
                                                        ALL.stream().map(Part::word).toList())));
    }
}
