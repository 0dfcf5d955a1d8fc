package dev.instancepatch.benchmarks.startup;

import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.report.Quartiles;
import dev.instancepatch.benchmarks.report.Series;
import java.util.Locale;

/**
 * What something takes more than something else of the same turn: of starts, a ratio would say little.
 *
 * @param difference in nanoseconds
 * @param all what it takes itself, in nanoseconds
 */
record Over(Quartiles difference, Quartiles all) {
    static Over of(Measured measured, Measured baseline) {
        double[] differences = measured.nanos().clone();
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= baseline.nanos()[i];
        }
        return new Over(
                Series.nanos(new Measured(measured.group(), measured.name(), differences)), Series.nanos(measured));
    }

    /** Returns the cells of a row, in a unit: difference, its quartiles, and all. */
    String[] cells(double unit) {
        return new String[] {
            signed(difference.median() / unit),
            signed(difference.low() / unit) + " to " + signed(difference.high() / unit),
            String.format(Locale.ROOT, "%,.1f", all.median() / unit)
        };
    }

    private static String signed(double figure) {
        return String.format(Locale.ROOT, "%+.1f", figure);
    }
}
