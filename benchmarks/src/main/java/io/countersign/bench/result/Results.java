package io.countersign.bench.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers figures of several runs. */
public final class Results {

    private final Map<Key, List<Double>> runs = new LinkedHashMap<>();

    private record Key(String row, String what, String unit, String goal) {}

    /** Adds what one run measured. */
    public void add(String row, String what, String unit, String goal, double value) {
        runs.computeIfAbsent(new Key(row, what, unit, goal), _ -> new ArrayList<>()).add(value);
    }

    /** In the order in which they were measured first. */
    public List<Figure> figures() {
        return runs.entrySet().stream()
                .map(
                        each ->
                                new Figure(
                                        each.getKey().row(),
                                        each.getKey().what(),
                                        each.getKey().unit(),
                                        List.copyOf(each.getValue()),
                                        each.getKey().goal()))
                .toList();
    }

    /** The figure that measures the same. */
    Optional<Figure> like(Figure other) {
        return figures().stream()
                .filter(each -> each.row().equals(other.row()) && each.what().equals(other.what()))
                .findFirst();
    }
}
