package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.peers.FunctionsFile;
import dev.instancepatch.benchmarks.report.Page;
import dev.instancepatch.benchmarks.report.Series;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Functions that are written, read and called for the first time, in two JVMs. */
final class FirstChapter implements Chapter {
    @Override
    public void write(Launcher launcher, Budget budget, Page page) throws Exception {
        page.heading("For the first time");
        page.paragraph(
                "One JVM writes 201 birds with a function of its own each, in a class of its own, to a stream each; another one, which"
                        + " has none of those classes, reads each and calls it. Nothing is warm: what a JVM does for the very first time it also"
                        + " loads and initializes, and what comes then is interpreted still. Median and quartiles of all JVMs; the receiver's"
                        + " log is turned off.");
        Path file = Files.createTempFile("functions", ".bin");
        try {
            List<String> options = List.of("-D" + FunctionsFile.PROPERTY + "=" + file);
            List<Measured> all = new ArrayList<>(
                    Series.repeated(budget.launches(), () -> launcher.withAgent(Experiments.FIRST_WRITE, "", options)));
            all.addAll(
                    Series.repeated(budget.launches(), () -> launcher.withAgent(Experiments.FIRST_READ, "", options)));
            page.table("first time", "ns", "quartiles");
            for (Measured measured : all) {
                page.row(measured.group() + ", " + measured.name(), Series.nanos(measured));
            }
        } finally {
            Files.delete(file);
        }
    }
}
