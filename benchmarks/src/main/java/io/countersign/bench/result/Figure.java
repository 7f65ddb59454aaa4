package io.countersign.bench.result;

import java.util.List;
import java.util.Locale;

/**
 * One figure of the table.
 *
 * @param row of the goals, such as {@code P6}
 * @param what in words
 * @param unit such as {@code ms}
 * @param runs what each run measured, in their order
 * @param goal in words; empty where there is none
 */
public record Figure(String row, String what, String unit, List<Double> runs, String goal) {

    public double median() {
        double[] sorted = runs.stream().mapToDouble(each -> each).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double least() {
        return runs.stream().mapToDouble(each -> each).min().orElse(0);
    }

    double most() {
        return runs.stream().mapToDouble(each -> each).max().orElse(0);
    }

    /** A line of the table. */
    String line() {
        return "| %s | %s | %s %s | %s–%s | %s |"
                .formatted(row, what, shown(median()), unit, shown(least()), shown(most()), goal);
    }

    private static String shown(double value) {
        int digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
