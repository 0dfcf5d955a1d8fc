package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.report.LinePlot;
import dev.instancepatch.benchmarks.report.Page;
import dev.instancepatch.benchmarks.report.Series;
import dev.instancepatch.benchmarks.scaling.Others;
import java.util.List;
import java.util.Locale;

/** What it takes to patch one object while many others are patched. */
final class OthersChapter implements Chapter {
    private static final List<String> LARGE_HEAP = List.of("-Xms4g", "-Xmx4g");

    @Override
    public void write(Launcher launcher, Budget budget, Page page) throws Exception {
        page.heading("Patching among the patched");
        page.paragraph(
                "One object is patched and restored, warm, while so many others of its class are patched already. The second copy,"
                        + " another such object in turns with it, is the noise floor.");
        LinePlot plot =
                new LinePlot("Patching one object among many patched ones", "others patched already, and one", "ns");
        for (Others others : Others.values()) {
            List<Measured> measured = launcher.withAgent(Experiments.valueOf("OTHERS_" + others), "", LARGE_HEAP);
            plot.line(others.title());
            page.table(others.title() + ", so many patched already", "ns", "quartiles", "second copy, ns");
            for (int i = 0; i < measured.size(); i += 2) {
                row(measured.get(i), measured.get(i + 1), page, plot);
            }
        }
        page.plot("others", plot);
    }

    private static void row(Measured one, Measured again, Page page, LinePlot plot) {
        int others = Integer.parseInt(one.group());
        var nanos = Series.nanos(one);
        plot.point(others + 1, nanos.median());
        page.row(
                String.format(Locale.ROOT, "%,d", others),
                Page.nanos(nanos.median()),
                Page.nanos(nanos.low()) + "–" + Page.nanos(nanos.high()),
                Page.nanos(Series.nanos(again).median()));
    }
}
