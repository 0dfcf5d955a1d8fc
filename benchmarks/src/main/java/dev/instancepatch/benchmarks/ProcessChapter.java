package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.peers.OneBird;
import dev.instancepatch.benchmarks.peers.OneBirdWriter;
import dev.instancepatch.benchmarks.report.Page;
import dev.instancepatch.benchmarks.report.Series;
import dev.instancepatch.benchmarks.streams.Patched;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whole programs that read one bird from a file and call it, from their start to their end. */
final class ProcessChapter implements Chapter {
    private static final String HELLO = "hello";
    private static final String SQUAWK = "SQUAWK";

    /**
     * A program.
     *
     * @param name what the report calls it
     * @param command how it is started
     * @param says what it prints
     */
    private record Program(String name, List<String> command, String says) {}

    @Override
    public void write(Launcher launcher, Budget budget, Page page) throws Exception {
        page.heading("Whole programs");
        page.paragraph(
                "Each reads one bird from a file, calls it, prints what it says and ends. Launches take turns; wall time. Ratio: to the"
                        + " JVM without the agent in the same turn. Default options of the JVM.");
        Path folder = Files.createTempDirectory("one-bird");
        try {
            List<Program> programs = new ArrayList<>(java(launcher, folder));
            try {
                programs.addAll(python(folder));
            } catch (IOException absent) {
                page.paragraph("Without cloudpickle: " + absent.getMessage());
            }
            table(measure(programs, budget.launches()), page);
        } finally {
            for (String file : List.of("plain.ser", "patched.ser", "plain.pickle", "patched.pickle")) {
                Files.deleteIfExists(folder.resolve(file));
            }
            Files.delete(folder);
        }
    }

    private static List<Program> java(Launcher launcher, Path folder) throws Exception {
        String agent = "-javaagent:" + launcher.agent();
        String plain = folder.resolve("plain.ser").toString();
        String patched = folder.resolve("patched.ser").toString();
        launch(java(agent, OneBirdWriter.class, plain, Patched.UNPATCHED.name()), "");
        launch(java(agent, OneBirdWriter.class, patched, Patched.BY_VALUE.name()), "");
        return List.of(
                new Program("java, unpatched bird", java("-Dno.agent", OneBird.class, plain), HELLO),
                new Program("java, second launch (noise)", java("-Dno.agent", OneBird.class, plain), HELLO),
                new Program("java with the agent, unpatched bird", java(agent, OneBird.class, plain), HELLO),
                new Program(
                        "java with the agent, bird patched by value",
                        java(agent + "=trust=all", OneBird.class, patched),
                        SQUAWK));
    }

    private static List<String> java(String option, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(option, "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<Program> python(Path folder) throws Exception {
        String plain = folder.resolve("plain.pickle").toString();
        String patched = folder.resolve("patched.pickle").toString();
        launch(python("one_bird_writer.py", plain, "plain"), "");
        launch(python("one_bird_writer.py", patched, "patched"), "");
        return List.of(
                new Program("python3, unpatched bird", python("one_bird.py", plain), HELLO),
                new Program("python3 with cloudpickle, bird patched by value", python("one_bird.py", patched), SQUAWK));
    }

    private static List<String> python(String script, String... arguments) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("python3", "-B")); // nothing is to be left beside the sources
        command.add(Path.of(System.getProperty("python.folder"), script).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<Measured> measure(List<Program> programs, int launches) throws Exception {
        double[][] nanos = new double[programs.size()][launches];
        for (int turn = 0; turn < launches; turn++) {
            for (int i = 0; i < nanos.length; i++) {
                Program program = programs.get(i);
                nanos[i][turn] = launch(program.command(), program.says());
            }
        }
        List<Measured> measured = new ArrayList<>();
        for (int i = 0; i < nanos.length; i++) {
            measured.add(new Measured("process", programs.get(i).name(), nanos[i]));
        }
        return measured;
    }

    private static double launch(List<String> command, String expected) throws Exception {
        long begin = System.nanoTime();
        Process process =
                Launcher.process(command).redirectError(Redirect.DISCARD).start();
        String says = new String(process.getInputStream().readAllBytes()).strip();
        int status = process.waitFor();
        double nanos = System.nanoTime() - begin;
        if (status != 0 || !says.equals(expected)) {
            throw new IOException("ended with " + status + " and said \"" + says + "\": " + String.join(" ", command));
        }
        return nanos;
    }

    private static void table(List<Measured> programs, Page page) {
        page.table("program", "ratio", "quartiles", "ns");
        for (Measured program : programs) {
            page.row(program.name(), Series.ratios(program, programs.get(0)), Series.nanos(program));
        }
    }
}
