package io.countersign.bench.result;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

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
        return median(runs);
    }

    /** The median of the ratios of runs that followed each other, which is steadier than theirs. */
    double ratio(Figure other) {
        int pairs = Math.min(runs.size(), other.runs.size());
        return median(
                IntStream.range(0, pairs)
                        .mapToObj(run -> runs.get(run) / other.runs.get(run))
                        .toList());
    }

    /** The median with its unit. */
    String shown() {
        return (shown(median()) + " " + unit).strip();
    }

    /** From the least to the most. */
    String spread() {
        double least = runs.stream().mapToDouble(each -> each).min().orElse(0);
        double most = runs.stream().mapToDouble(each -> each).max().orElse(0);
        return shown(least) + "–" + shown(most);
    }

    static String shown(double value) {
        double size = Math.abs(value);
        int digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(each -> each).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
