package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.report.Page;
import dev.instancepatch.benchmarks.scaling.ContentionExperiment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where threads wait for each other, as the JVM's own flight recorder sees it. */
final class ContentionChapter implements Chapter {
    @Override
    public void write(Launcher launcher, Budget budget, Page page) throws Exception {
        page.heading("Who waits for whom");
        page.paragraph(
                "A flight recording of every `jdk.JavaMonitorEnter` and `jdk.ThreadPark`, however short, while twice as many threads"
                        + " as there are cores do the same at once. Counted is what has a frame of Instance Patch, or of `java.lang.invoke`,"
                        + " in its stack; named is the innermost of ours.");
        Map<String, List<Measured>> loads = new LinkedHashMap<>();
        for (Measured measured : launcher.withAgent(Experiments.CONTENTION)) {
            loads.computeIfAbsent(measured.group(), load -> new ArrayList<>()).add(measured);
        }
        page.table("work", "done so often", "waits", "where");
        loads.forEach((load, measured) -> row(load, measured, page));
    }

    private static void row(String load, List<Measured> measured, Page page) {
        double done = 0;
        double waits = 0;
        List<String> places = new ArrayList<>();
        for (Measured each : measured) {
            double count = each.nanos()[0];
            if (each.name().equals(ContentionExperiment.TIMES)) {
                done = count;
            } else {
                waits += count;
                places.add(String.format(Locale.ROOT, "`%s` %,.0f", simple(each.name()), count));
            }
        }
        page.row(load, count(done), count(waits), String.join(", ", places));
    }

    private static String count(double count) {
        return String.format(Locale.ROOT, "%,.0f", count);
    }

    /** Class and method, without the package. */
    private static String simple(String place) {
        int method = place.lastIndexOf('.');
        return place.substring(place.lastIndexOf('.', method - 1) + 1);
    }
}
