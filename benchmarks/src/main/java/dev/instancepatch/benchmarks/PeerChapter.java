package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.report.Comparison;
import dev.instancepatch.benchmarks.report.Page;
import dev.instancepatch.benchmarks.report.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same birds through Kryo. */
final class PeerChapter implements Chapter {
    @Override
    public void write(Launcher launcher, Budget budget, Page page) throws Exception {
        page.heading("The same with Kryo");
        page.paragraph(
                "Kryo 5 carries state, and no patches: its birds are unpatched ones. It knows their class beforehand, tracks"
                        + " references, and is made once, as its manual says; an object stream is made each time, and describes the class in it."
                        + " Ratio: to the unpatched bird in an object stream of the same round.");
        Map<String, List<Measured>> groups = new LinkedHashMap<>();
        for (Measured measured : Series.repeated(budget.jvms(), () -> launcher.withAgent(Experiments.PEERS))) {
            groups.computeIfAbsent(measured.group(), group -> new ArrayList<>()).add(measured);
        }
        groups.values().forEach(measured -> Comparison.of(measured).table(page));
    }
}
