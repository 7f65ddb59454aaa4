package io.countersign.bench;

import io.countersign.bench.bed.Bed;
import io.countersign.bench.part.AppSignIns;
import io.countersign.bench.part.Counts;
import io.countersign.bench.part.Measurement;
import io.countersign.bench.part.Rest;
import io.countersign.bench.part.SmsSignIns;
import io.countersign.bench.part.Storm;
import java.util.List;

/**
 * What can be asked for by name.
 *
 * @param word the name
 */
record Part(String word, Start start) {

    static final List<Part> ALL =
            List.of(
                    new Part("counts", Counts::new),
                    new Part("sms", SmsSignIns::new),
                    new Part("app", AppSignIns::new),
                    new Part("storm", Storm::new),
                    new Part("rest", Rest::new));

    /** Prepares what a part needs. */
    @FunctionalInterface
    interface Start {
        Measurement on(Bed bed);
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
