package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.report.Page;
import dev.instancepatch.benchmarks.report.Series;
import dev.instancepatch.benchmarks.streams.UnpatchedExperiment;
import java.util.ArrayList;
import java.util.List;

/** Unpatched birds in a JVM with the agent against a JVM without it: two JVMs, so launches take turns. */
final class PlainJvmChapter implements Chapter {
    @Override
    public void write(Launcher launcher, Budget budget, Page page) throws Exception {
        List<List<Measured>> plain = new ArrayList<>();
        List<List<Measured>> again = new ArrayList<>();
        List<List<Measured>> agent = new ArrayList<>();
        for (int i = 0; i < budget.launches(); i++) {
            plain.add(launcher.withoutAgent(Experiments.UNPATCHED_ALONE));
            agent.add(launcher.withAgent(Experiments.UNPATCHED_AMONG_PATCHED));
            again.add(launcher.withoutAgent(Experiments.UNPATCHED_ALONE));
        }
        page.heading("Unpatched objects against a JVM without the agent");
        page.paragraph(
                "Launches take turns: without, with, without. Ratio: of a launch's median to that of the launch without the"
                        + " agent in the same turn; median and quartiles of all turns. The second launch without is the noise floor."
                        + " Each JVM measures twice: before any of its objects was patched, and after one was patched, written, read and"
                        + " called. Times are medians.");
        for (int i = 0; i < plain.get(0).size(); i++) {
            table(Series.ofMedians(plain, i), Series.ofMedians(again, i), Series.ofMedians(agent, i), page);
        }
    }

    private static void table(Measured plain, Measured again, Measured agent, Page page) {
        boolean before = plain.group().equals(UnpatchedExperiment.BEFORE);
        page.table(plain.name() + (before ? ", nothing patched yet" : ", among patched"), "ratio", "quartiles", "ns");
        page.row("without the agent", Series.ratios(plain, plain), Series.nanos(plain));
        page.row("without, second launch (noise)", Series.ratios(again, plain), Series.nanos(again));
        page.row("with the agent", Series.ratios(agent, plain), Series.nanos(agent));
    }
}
