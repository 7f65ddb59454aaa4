package io.countersign.bench.load;

import java.util.function.DoubleSupplier;

/**
 * Warming up until the rate no longer rises: until two windows in a row are not more than a little
 * above the best before them.
 */
public final class Steady {

    private static final double A_LITTLE = 1.03;
    private static final int IN_A_ROW = 2;

    private final int most;

    /**
     * @param most how many windows at the most
     */
    public Steady(int most) {
        this.most = most;
    }

    /**
     * What it took.
     *
     * @param windows how many were needed
     * @param reached whether the rate stopped rising, rather than the windows
     * @param rate the best that was seen
     */
    public record Warm(int windows, boolean reached, double rate) {}

    /**
     * Runs windows.
     *
     * @param window loads for a while, and tells the rate
     */
    public Warm warm(DoubleSupplier window) {
        double best = window.getAsDouble();
        int calm = 0;
        for (int windows = 2; windows <= most; windows++) {
            double rate = window.getAsDouble();
            calm = rate <= best * A_LITTLE ? calm + 1 : 0;
            best = Math.max(best, rate);
            if (calm == IN_A_ROW) {
                return new Warm(windows, true, best);
            }
        }
        return new Warm(most, false, best);
    }
}
