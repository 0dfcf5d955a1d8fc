package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.calls.JdkExperiment;
import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.report.BarPlot;
import dev.instancepatch.benchmarks.report.Comparison;
import dev.instancepatch.benchmarks.report.Page;
import dev.instancepatch.benchmarks.report.Series;
import java.util.ArrayList;
import java.util.List;

/** Calls of objects of JDK classes, before and after something is patched. */
final class JdkObjectChapter implements Chapter {
    @Override
    public void write(Launcher launcher, Budget budget, Page page) throws Exception {
        page.heading("Calls of JDK objects");
        page.paragraph(
                "Their patches are in the side table. There is one ArrayList only in a JVM, so that competitors cannot take turns:"
                        + " each call is measured before anything is patched, once more (the noise floor), and after. Ratio: to the first"
                        + " time.");
        List<Measured> measured =
                Series.repeated(budget.jvms(), () -> launcher.withAgent(Experiments.CALL_JDK_OBJECTS));
        BarPlot plot = new BarPlot("Calls of JDK objects: ratio to a JVM in which nothing is patched");
        int cases = measured.size() / JdkExperiment.PHASES.size();
        for (int i = 0; i < cases; i++) {
            Comparison comparison = phases(measured, i, cases);
            comparison.table(page);
            comparison.bars(plot, Double.MAX_VALUE);
        }
        page.plot("jdk-objects", plot);
    }

    private static Comparison phases(List<Measured> measured, int first, int cases) {
        List<Measured> phases = new ArrayList<>();
        for (int i = first; i < measured.size(); i += cases) {
            Measured phase = measured.get(i);
            phases.add(new Measured(phase.name(), phase.group(), phase.nanos()));
        }
        return Comparison.of(phases);
    }
}
