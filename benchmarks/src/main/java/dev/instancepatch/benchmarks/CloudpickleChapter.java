package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.report.Page;
import dev.instancepatch.benchmarks.report.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The same birds in Python, with cloudpickle, where that is installed. */
final class CloudpickleChapter implements Chapter {
    @Override
    public void write(Launcher launcher, Budget budget, Page page) throws Exception {
        String script = Path.of(System.getProperty("python.folder"), "cloudpickle_streams.py")
                .toString();
        page.heading("The same with cloudpickle");
        List<Measured> measured;
        try {
            measured = launcher.run(List.of("python3", "-B", script, String.valueOf(budget.rounds())));
        } catch (IOException absent) {
            page.paragraph(
                    "Not present: " + absent.getMessage().lines().findFirst().orElse(""));
            return;
        }
        page.paragraph(
                "Another process and another language, so no ratios: dumps and loads in a loop, median of blocks.");
        page.table("cloudpickle", "ns", "quartiles");
        for (Measured result : measured) {
            page.row(result.group() + ", " + result.name(), Series.nanos(result));
        }
    }
}
