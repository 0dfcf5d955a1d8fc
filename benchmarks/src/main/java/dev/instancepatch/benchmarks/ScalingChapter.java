package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.report.Page;
import dev.instancepatch.benchmarks.report.Quartiles;
import dev.instancepatch.benchmarks.report.Series;
import dev.instancepatch.benchmarks.scaling.Load;
import java.util.Arrays;
import java.util.List;

/** How much more several threads get done than one. */
final class ScalingChapter implements Chapter {
    @Override
    public void write(Launcher launcher, Budget budget, Page page) throws Exception {
        page.heading("One thread to all cores");
        page.paragraph(
                "How many times as much so many threads get done as one, in turns with it; median and quartiles. What a control gets is"
                        + " what the machine gives: two of its cores may be one. The second column is the noise floor. Streams are each"
                        + " thread's own. Calls are a thousand, of an object that is read from a volatile field for each.");
        boolean begun = false;
        for (Load load : Load.values()) {
            Experiments experiment = Experiments.valueOf("SCALING_" + load);
            List<Measured> measured = Series.repeated(budget.jvms(), () -> launcher.withAgent(experiment));
            if (!begun) {
                page.table("work", columns(measured));
                begun = true;
            }
            page.row(load.title(), cells(measured));
        }
    }

    private static String[] columns(List<Measured> measured) {
        String[] columns = new String[measured.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = measured.get(i).name() + " threads";
        }
        columns[0] = "one thread, ns";
        columns[1] = "one thread again";
        return columns;
    }

    private static String[] cells(List<Measured> measured) {
        Measured one = measured.get(0);
        String[] cells = new String[measured.size()];
        cells[0] = Page.nanos(Series.nanos(one).median());
        for (int i = 1; i < cells.length; i++) {
            Quartiles times = Series.ratios(one, perThread(measured.get(i)));
            cells[i] =
                    Page.ratio(times.median()) + " (" + Page.ratio(times.low()) + "–" + Page.ratio(times.high()) + ")";
        }
        return cells;
    }

    /** So many threads did the work so many times in that time. */
    private static Measured perThread(Measured crew) {
        int threads = Integer.parseInt(crew.name());
        return new Measured(
                crew.group(),
                crew.name(),
                Arrays.stream(crew.nanos()).map(nanos -> nanos / threads).toArray());
    }
}
