package dev.instancepatch.benchmarks.startup;

import dev.instancepatch.benchmarks.Chapter;
import dev.instancepatch.benchmarks.Experiments;
import dev.instancepatch.benchmarks.Launcher;
import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.report.Page;
import dev.instancepatch.benchmarks.report.Series;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the slot costs while classes load: a library's classes in JVMs with the agent and without. */
public final class LoadingChapter implements Chapter {
    private static final String PLAIN = "no agent";

    @Override
    public void write(Launcher launcher, Budget budget, Page page) throws Exception {
        try (Folder folder = Folder.create()) {
            Path empty = EmptyAgent.jar(folder.path());
            Map<String, List<String>> kinds = new LinkedHashMap<>();
            kinds.put(PLAIN, List.of());
            kinds.put("no agent, again (noise)", List.of());
            kinds.put("an empty agent", List.of("-javaagent:" + empty));
            kinds.put("the agent", List.of("-javaagent:" + launcher.agent()));
            kinds.put("the agent, weave=eager", List.of("-javaagent:" + launcher.agent() + "=weave=eager"));
            Map<String, Measured> measured = inTurns(launcher, budget.launches(), kinds);
            Measured plain = measured.get(PLAIN);
            page.heading("Loading of classes");
            page.paragraph(
                    "Each JVM loads the same classes once, one after the other, and nothing is warm. Launches take turns; the"
                            + " difference is to the launch without an agent of the same turn.");
            page.table(plain.group(), "µs a class over no agent", "quartiles", "µs a class");
            measured.forEach((name, kind) -> page.row(name, cells(kind, plain)));
        }
    }

    private static Map<String, Measured> inTurns(Launcher launcher, int turns, Map<String, List<String>> kinds)
            throws Exception {
        Map<String, Measured> all = new LinkedHashMap<>();
        for (int turn = 0; turn < turns; turn++) {
            for (Map.Entry<String, List<String>> kind : kinds.entrySet()) {
                List<Measured> one = new ArrayList<>();
                if (turn > 0) {
                    one.add(all.get(kind.getKey()));
                }
                one.addAll(launcher.withOptions(Experiments.LOADING, kind.getValue()));
                all.put(kind.getKey(), Series.joined(one));
            }
        }
        return all;
    }

    private static String[] cells(Measured measured, Measured plain) {
        return Over.of(measured, plain).cells(1e3);
    }
}
