package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.report.Page;
import dev.instancepatch.benchmarks.report.PlotFolder;
import dev.instancepatch.benchmarks.report.ReportFile;
import dev.instancepatch.benchmarks.startup.ArchiveChapter;
import dev.instancepatch.benchmarks.startup.LoadingChapter;
import dev.instancepatch.benchmarks.startup.StartChapter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Measures everything, and writes the section of this JDK into the report. */
public final class Main {
    private static final List<Chapter> CHAPTERS = List.of(
            new CallChapter(),
            new JdkObjectChapter(),
            new StreamChapter(),
            new PlainJvmChapter(),
            new CloudpickleChapter(),
            new WeavingChapter(),
            new MemoryChapter(),
            new StartChapter(),
            new LoadingChapter(),
            new ArchiveChapter(),
            new PeerChapter(),
            new FirstChapter(),
            new ProcessChapter(),
            new GrowthChapter(),
            new ScalingChapter(),
            new ContentionChapter(),
            new OthersChapter());

    private Main() {}

    /**
     * Runs it.
     *
     * @param args the budget, full or quick; then names of chapters ({@code CallChapter}), if the report is to keep its others
     */
    public static void main(String[] args) throws Exception {
        Budget budget = Budget.named(args[0]);
        Launcher launcher = new Launcher(args[0]);
        Path report = Path.of(System.getProperty("report"));
        Page page = new Page(new PlotFolder(report, Environment.jdk()));
        page.paragraph(Environment.describe(args[0], budget));
        List<String> chosen = Arrays.asList(args).subList(1, args.length);
        for (Chapter chapter : CHAPTERS) {
            if (chosen.isEmpty() || chosen.contains(chapter.getClass().getSimpleName())) {
                write(chapter, launcher, budget, page);
            }
        }
        System.out.println(page.text());
        ReportFile file = new ReportFile(report);
        if (chosen.isEmpty()) {
            file.replace(Environment.jdk(), page.text());
        } else {
            file.replaceChapters(Environment.jdk(), page.text());
        }
    }

    /** A chapter that cannot be measured here says so, and costs the others nothing. */
    private static void write(Chapter chapter, Launcher launcher, Budget budget, Page page) {
        String name = chapter.getClass().getSimpleName();
        long begin = System.nanoTime();
        try {
            chapter.write(launcher, budget, page);
        } catch (Exception e) {
            page.paragraph("Not all of this was measured: " + name + ", " + e);
        }
        System.err.println(
                name + ": " + Duration.ofNanos(System.nanoTime() - begin).toSeconds() + " s");
    }
}
