package dev.instancepatch.benchmarks.startup;

import dev.instancepatch.benchmarks.Launcher;
import dev.instancepatch.benchmarks.harness.Measured;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One way to start a program.
 *
 * @param name what the report calls it
 * @param options of the JVM
 * @param program class path and main class
 * @param says the line that ends the measurement; a program that ends without it has failed
 */
record Start(String name, List<String> options, Program program, String says) {
    /**
     * What is started.
     *
     * @param classPath where its classes are
     * @param main its main class
     */
    record Program(String classPath, Class<?> main) {}

    /** Starts each of these in turn, in another order each time; returns how long they took. */
    static List<Measured> inTurns(String group, int turns, List<Start> starts)
            throws IOException, InterruptedException {
        double[][] nanos = new double[starts.size()][turns];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            order.add(i);
        }
        starts.get(0).nanos(); // the files are in memory then
        for (int turn = 0; turn < turns; turn++) {
            Collections.shuffle(order, new Random(turn));
            for (int i : order) {
                nanos[i][turn] = starts.get(i).nanos();
            }
        }
        List<Measured> measured = new ArrayList<>();
        for (int i = 0; i < nanos.length; i++) {
            measured.add(new Measured(group, starts.get(i).name(), nanos[i]));
        }
        return measured;
    }

    /** Returns how long it takes from the start of the process to the line. */
    private long nanos() throws IOException, InterruptedException {
        return run(List.of());
    }

    /** Runs it with more options, whatever they cost. */
    void runWith(String... more) throws IOException, InterruptedException {
        run(Arrays.asList(more));
    }

    private long run(List<String> more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(more);
        command.addAll(List.of("-cp", program.classPath(), program.main().getName()));
        ProcessBuilder builder = Launcher.process(command).redirectError(Redirect.DISCARD); // JDK 25 warns of archives
        long begin = System.nanoTime();
        long end = 0;
        Process process = builder.start();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                end = line.equals(says) ? System.nanoTime() : end;
            }
        }
        if (process.waitFor() != 0 || end == 0) {
            throw new IOException("ended with " + process.exitValue() + ": " + String.join(" ", command));
        }
        return end - begin;
    }
}
