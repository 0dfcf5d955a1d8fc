package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.report.Comparison;
import dev.instancepatch.benchmarks.report.Page;
import dev.instancepatch.benchmarks.report.Series;

/** Patched birds in streams against unpatched ones, within one JVM; repeated in some. */
final class StreamChapter implements Chapter {
    @Override
    public void write(Launcher launcher, Budget budget, Page page) throws Exception {
        page.heading("Patched against unpatched, in one JVM");
        page.paragraph(
                "Competitors take turns in short blocks. Ratio: to the unpatched competitor of the same round; median and"
                        + " quartiles of all rounds of all JVMs. The second copy is the noise floor. Times are medians.");
        for (Experiments experiment : Experiments.STREAMS) {
            Comparison.of(Series.repeated(budget.jvms(), () -> launcher.withAgent(experiment)))
                    .table(page);
        }
    }
}
