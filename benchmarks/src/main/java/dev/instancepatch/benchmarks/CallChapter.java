package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.calls.CallExperiment;
import dev.instancepatch.benchmarks.calls.Contestant;
import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.report.BarPlot;
import dev.instancepatch.benchmarks.report.Comparison;
import dev.instancepatch.benchmarks.report.Page;
import dev.instancepatch.benchmarks.report.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls of patched objects, of those beside them, and of what one would have done instead. */
final class CallChapter implements Chapter {
    /** Who takes longer than that is in a plot of its own, where the others can hardly be told apart. */
    private static final double FAR = 8;

    @Override
    public void write(Launcher launcher, Budget budget, Page page) throws Exception {
        page.heading("Calls");
        page.paragraph(
                "Competitors take turns in short blocks, each with copies of its own of the classes and of the loop that calls them."
                        + " Ratio: to plain code in the same round; median and quartiles of all rounds of all JVMs. The second copy of the"
                        + " plain code is the noise floor. Times are medians of one call with its share of the loop: one object is read"
                        + " from a volatile field for each call, several stand in an array. Bytes are what a call allocates once it is compiled. Where a call site meets more classes"
                        + " than the JIT inlines, the same code may take several times as long in one copy as in the next: there the second copy"
                        + " says more than the median.");
        List<List<Measured>> all = new ArrayList<>();
        for (Experiments experiment : Experiments.CALLS) {
            all.add(measure(launcher, budget, experiment));
        }
        plots(all, page);
        againstHook(all, page);
        all.forEach(measured -> Comparison.of(times(measured)).table(page, bytes(measured)));
        for (Experiments experiment : Experiments.CALLS_UNTOUCHED) {
            inMode(launcher, budget, page, experiment, "-Xint", ", interpreted");
            inMode(launcher, budget, page, experiment, "-XX:TieredStopAtLevel=1", ", compiled by C1");
        }
    }

    private static void plots(List<List<Measured>> all, Page page) throws IOException {
        BarPlot near = new BarPlot("Calls: ratio to plain code");
        BarPlot far = new BarPlot("Calls: ratio to plain code, with those who take far longer");
        for (List<Measured> measured : all) {
            Comparison comparison = Comparison.of(times(measured));
            comparison.bars(near, FAR);
            if (comparison.goesBeyond(FAR)) {
                comparison.bars(far, Double.MAX_VALUE);
            }
        }
        BarPlot first = new BarPlot("Calls of a getter: ratio to plain code"); // for the README
        Comparison.of(times(all.get(0))).bars(first, Double.MAX_VALUE);
        page.plot("getter", first);
        page.plot("calls", near);
        page.plot("calls-far", far);
    }

    /** The hook is what one would write who knew beforehand which method of which class is going to be patched. */
    private static void againstHook(List<List<Measured>> all, Page page) {
        page.table("patched, against the hook field", "ratio", "quartiles", "ns");
        for (List<Measured> measured : all) {
            Optional<Measured> hooked = find(Contestant.HOOKED, measured);
            Optional<Measured> patched = find(Contestant.PATCHED, measured);
            if (hooked.isPresent() && patched.isPresent()) {
                page.row(
                        measured.get(0).group(),
                        Series.ratios(patched.get(), hooked.get()),
                        Series.nanos(patched.get()));
            }
        }
    }

    private static Optional<Measured> find(Contestant contestant, List<Measured> measured) {
        return times(measured).stream()
                .filter(m -> m.name().equals(contestant.title()))
                .findFirst();
    }

    private static void inMode(
            Launcher launcher, Budget budget, Page page, Experiments experiment, String option, String mode)
            throws Exception {
        List<Measured> times = times(measure(launcher, budget, experiment, option));
        new Comparison(times.get(0).group() + mode, times).table(page);
    }

    private static List<Measured> times(List<Measured> measured) {
        return measured.stream()
                .filter(m -> !m.group().endsWith(CallExperiment.BYTES))
                .toList();
    }

    private static List<Measured> bytes(List<Measured> measured) {
        return measured.stream()
                .filter(m -> m.group().endsWith(CallExperiment.BYTES))
                .toList();
    }

    private static List<Measured> measure(Launcher launcher, Budget budget, Experiments experiment, String... options)
            throws Exception {
        List<String> all = new ArrayList<>(CallExperiment.JVM_OPTIONS);
        all.addAll(List.of(options));
        return Series.repeated(budget.jvms(), () -> launcher.withAgent(experiment, CallExperiment.AGENT_OPTIONS, all));
    }
}
