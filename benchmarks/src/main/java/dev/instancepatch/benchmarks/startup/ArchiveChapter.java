package dev.instancepatch.benchmarks.startup;

import dev.instancepatch.benchmarks.Chapter;
import dev.instancepatch.benchmarks.Launcher;
import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.report.Page;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** An archive of classes (AppCDS), made without the agent, and used with it: what it still saves. */
public final class ArchiveChapter implements Chapter {
    /** As an application would whose own classes are patched, and no other; Tomcat's come from the archive then. */
    private static final String INCLUDE = "=include=com.acme.*";

    @Override
    public void write(Launcher launcher, Budget budget, Page page) throws Exception {
        try (Folder folder = Folder.create()) {
            Path archive = folder.path().resolve("classes.jsa");
            tomcat("no agent", List.of()).runWith("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable");
            if (!Files.exists(archive)) {
                throw new IOException("this JVM made no archive");
            }
            List<Start> starts =
                    starts("-javaagent:" + EmptyAgent.jar(folder.path()), "-javaagent:" + launcher.agent(), archive);
            page.heading("Start of an application, with an archive of its classes");
            page.paragraph(
                    "Tomcat, from the start of the process to its answer to the first request. The archive (AppCDS) was made by a JVM"
                            + " without an agent. Starts take turns; the difference is to the start without agent and archive of the same turn."
                            + " Classes are Tomcat's, all that were loaded and those that came from the archive, counted in a start of their own. `include=`"
                            + " names no class of Tomcat's.");
            page.table("Tomcat with", "ms over neither", "quartiles", "ms", "classes", "archived");
            List<Measured> measured = Start.inTurns("Tomcat", budget.launches(), starts);
            for (int i = 0; i < starts.size(); i++) {
                List<String> cells = new ArrayList<>(
                        List.of(Over.of(measured.get(i), measured.get(0)).cells(1e6)));
                cells.addAll(LoadedClasses.of(starts.get(i), folder.path(), "org.apache.")
                        .cells());
                page.row(starts.get(i).name(), cells.toArray(new String[0]));
            }
        }
    }

    /** An archive is of jars, and refused where a class path has folders, too. */
    private static String jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<Start> starts(String empty, String ours, Path archive) {
        String archived = "-XX:SharedArchiveFile=" + archive;
        return List.of(
                tomcat("neither", List.of()),
                tomcat("neither, again (noise)", List.of()),
                tomcat("archive", List.of(archived)),
                tomcat("empty agent", List.of(empty)),
                tomcat("empty agent, archive", List.of(empty, archived)),
                tomcat("the agent", List.of(ours)),
                tomcat("the agent, archive", List.of(ours, archived)),
                tomcat("the agent with `include=`, archive", List.of(ours + INCLUDE, archived)));
    }

    private static Start tomcat(String name, List<String> options) {
        List<String> quiet = new ArrayList<>(options);
        quiet.add(
                "-Xlog:disable"); // JDK 25 says on standard output that an agent and an archive differ in their modules
        return new Start(name, quiet, new Start.Program(jars(), TomcatServer.class), TomcatServer.SAYS);
    }
}
