package dev.instancepatch.benchmarks.startup;

import dev.instancepatch.benchmarks.Chapter;
import dev.instancepatch.benchmarks.Launcher;
import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.report.Page;
import java.nio.file.Path;
import java.util.List;

/** Hello world: without an agent, with one that does nothing, with ours. */
public final class StartChapter implements Chapter {
    /** Turns for each launch of the budget: these are short. */
    private static final int TURNS = 5;

    @Override
    public void write(Launcher launcher, Budget budget, Page page) throws Exception {
        try (Folder folder = Folder.create()) {
            Path empty = EmptyAgent.jar(folder.path());
            List<Start> starts = List.of(
                    hello("an empty agent", "-javaagent:" + empty),
                    hello("an empty agent, again (noise)", "-javaagent:" + empty),
                    hello("no agent"),
                    hello("the agent", "-javaagent:" + launcher.agent()));
            page.heading("Start of a JVM");
            page.paragraph(
                    "Hello world, from the start of the process to its line. Starts take turns; the difference is to the empty"
                            + " agent of the same turn. No patch, no object stream.");
            page.table("hello world with", "ms over an empty agent", "quartiles", "ms");
            List<Measured> measured = Start.inTurns("hello world", TURNS * budget.launches(), starts);
            for (Measured start : measured) {
                page.row(start.name(), Over.of(start, measured.get(0)).cells(1e6));
            }
        }
    }

    private static Start hello(String name, String... options) throws Exception {
        Path classes = Path.of(HelloWorld.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return new Start(
                name, List.of(options), new Start.Program(classes.toString(), HelloWorld.class), HelloWorld.SAYS);
    }
}
