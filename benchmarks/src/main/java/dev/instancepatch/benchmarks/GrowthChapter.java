package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.growth.Crowd;
import dev.instancepatch.benchmarks.growth.Step;
import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.report.LinePlot;
import dev.instancepatch.benchmarks.report.Page;
import dev.instancepatch.benchmarks.report.Series;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one of ever more objects, patches and functions takes. */
final class GrowthChapter implements Chapter {
    /** A million patched objects are there three times: as they were sent, as a stream's handles, as they were read. */
    private static final List<String> LARGE_HEAP = List.of("-Xms4g", "-Xmx4g");

    /** A thousand methods of one class would be woven one by one, which is measured elsewhere. */
    private static final String EAGER = "weave=eager";

    @Override
    public void write(Launcher launcher, Budget budget, Page page) throws Exception {
        page.heading("Ever more objects, patches and functions");
        page.paragraph(
                "Nanoseconds for each of so many, medians; all in one stream, and new each time. A function of its own is one in a class of"
                        + " its own: it is captured, sent, received, defined and linked for the first time, and there are ten thousand at"
                        + " most, because each has classes in the metaspace on both sides. The heap has 4 GB; what the garbage collector"
                        + " takes is in the figures. The receiver's log is turned off.");
        Map<Crowd, Map<Step, Map<Integer, Double>>> all = new EnumMap<>(Crowd.class);
        for (Crowd crowd : Crowd.values()) {
            List<Measured> measured = launcher.withAgent(
                    Experiments.valueOf("GROWTH_" + crowd), crowd == Crowd.METHODS ? EAGER : "", LARGE_HEAP);
            all.put(crowd, bySteps(measured));
        }
        for (Step step : Step.values()) {
            plot(step, all, page);
        }
        all.forEach((crowd, steps) -> table(crowd, steps, page));
    }

    private static Map<Step, Map<Integer, Double>> bySteps(List<Measured> measured) {
        Map<Step, Map<Integer, Double>> steps = new EnumMap<>(Step.class);
        for (Measured each : measured) {
            steps.computeIfAbsent(Step.valueOf(each.group()), step -> new LinkedHashMap<>())
                    .put(Integer.valueOf(each.name()), Series.nanos(each).median());
        }
        return steps;
    }

    private static void plot(Step step, Map<Crowd, Map<Step, Map<Integer, Double>>> all, Page page) throws Exception {
        LinePlot plot = new LinePlot("Growth: " + step.title(), "how many", "ns for each");
        all.forEach((crowd, steps) -> {
            plot.line(crowd.title());
            steps.getOrDefault(step, Map.of()).forEach(plot::point);
        });
        page.plot("growth-" + step.name().toLowerCase(Locale.ROOT), plot);
    }

    private static void table(Crowd crowd, Map<Step, Map<Integer, Double>> steps, Page page) {
        Step[] columns = Step.values();
        String[] titles = new String[columns.length];
        for (Step step : columns) {
            titles[step.ordinal()] = step.title() + ", ns";
        }
        page.table(crowd.title(), titles);
        for (Integer items : steps.getOrDefault(Step.WRITE, Map.of()).keySet()) {
            String[] cells = new String[columns.length];
            for (Step step : columns) {
                cells[step.ordinal()] = Page.nanos(steps.get(step).get(items));
            }
            page.row(String.format(Locale.ROOT, "%,d", items), cells);
        }
    }
}
