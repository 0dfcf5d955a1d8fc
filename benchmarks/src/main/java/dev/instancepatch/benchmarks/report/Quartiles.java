package dev.instancepatch.benchmarks.report;

import java.util.Arrays;

/**
 * Where the middle half of some figures lies.
 *
 * @param low the first quartile
 * @param median the second
 * @param high the third
 */
public record Quartiles(double low, double median, double high) {
    static Quartiles of(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    private static double at(double[] sorted, double part) {
        double index = part * (sorted.length - 1);
        int below = (int) index;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (index - below);
    }
}
