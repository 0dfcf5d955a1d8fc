package dev.instancepatch.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where figures stand along an edge of a plot.
 *
 * @param low what stands at its beginning
 * @param high what stands at its end
 * @param logarithmic whether equal factors are equally long, rather than equal differences
 */
record Axis(double low, double high, boolean logarithmic) {
    private static final int MANY_TICKS = 7;

    /** Returns an axis that begins at nothing. */
    static Axis linear(double high) {
        return new Axis(0, high, false);
    }

    /** Returns one that goes a little beyond what it has to show. */
    static Axis logarithmic(double low, double high) {
        return new Axis(low / 1.3, high * 1.3, true);
    }

    /** Returns how far along a figure stands, from 0 to 1. */
    double part(double figure) {
        return logarithmic ? Math.log(figure / low) / Math.log(high / low) : (figure - low) / (high - low);
    }

    /** Returns the figures worth a mark: 1, 2, 5, 10 and so on, or equally far apart. */
    List<Double> ticks() {
        return logarithmic ? logarithmicTicks() : linearTicks();
    }

    private List<Double> linearTicks() {
        double step = Math.pow(10, Math.floor(Math.log10(high - low)) - 1);
        for (int i = 0; (high - low) / step > MANY_TICKS; i++) {
            step *= i % 3 == 1 ? 2.5 : 2; // 1, 2, 5, 10
        }
        List<Double> ticks = new ArrayList<>();
        for (double tick = Math.ceil(low / step) * step; tick <= high; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }

    private List<Double> logarithmicTicks() {
        double decades = Math.log10(high / low);
        double[] within = decades > MANY_TICKS / 2.0 ? new double[] {1} : new double[] {1, 2, 5};
        int each = (int) Math.ceil(decades / MANY_TICKS);
        List<Double> ticks = new ArrayList<>();
        for (int decade = (int) Math.floor(Math.log10(low)); decade <= Math.log10(high); decade += each) {
            for (double part : within) {
                double tick = part * Math.pow(10, decade);
                if (tick >= low && tick <= high) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /** Returns a figure with the digits that count. */
    static String label(double figure) {
        if (figure >= 100) {
            return String.format(Locale.ROOT, "%,.0f", figure);
        }
        String exact = String.format(Locale.ROOT, figure < 0.1 ? "%.3f" : "%.2f", figure);
        return exact.replaceFirst("\\.?0+$", "");
    }
}
