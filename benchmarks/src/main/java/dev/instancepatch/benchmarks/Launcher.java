package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.harness.Measured;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the processes that measure, one at a time, and collects what they print. */
final class Launcher {
    /** Variables of the user's shell that would change what a JVM does. */
    private static final List<String> NOT_INHERITED =
            List.of("CLASSPATH", "INSTANCE_PATCH_OPTIONS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final String budget;
    private final String agent = System.getProperty("agent.jar");

    Launcher(String budget) {
        this.budget = budget;
    }

    List<Measured> withAgent(Experiments experiment) throws Exception {
        return withAgent(experiment, "", List.of());
    }

    /** Launches a JVM whose agent has options, and which has options itself. */
    List<Measured> withAgent(Experiments experiment, String agentOptions, List<String> options) throws Exception {
        List<String> all = new ArrayList<>(options);
        all.add("-javaagent:" + agent + "=" + agentOptions);
        return jvm(experiment, all);
    }

    List<Measured> withoutAgent(Experiments experiment) throws Exception {
        return jvm(experiment, List.of());
    }

    /** With the agent, and one more that retransforms classes which nobody wants changed. */
    List<Measured> retransforming(Experiments experiment) throws Exception {
        return jvm(experiment, List.of("-javaagent:" + agent, "-javaagent:" + System.getProperty("java.class.path")));
    }

    List<Measured> jvm(Experiments experiment, List<String> options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(Environment.JVM_OPTIONS);
        command.add("-XX:+EnableDynamicAgentLoading"); // Mockito attaches itself, and is warned of otherwise
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MeasuringJvm.class.getName()));
        command.addAll(List.of(experiment.name(), budget));
        return run(command);
    }

    /** Returns what a command measured, its standard error shown as it comes. */
    List<Measured> run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        builder.environment().keySet().removeAll(NOT_INHERITED);
        Process process = builder.start();
        List<Measured> measured = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Measured.parse(line).ifPresent(measured::add);
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException("ended with " + process.exitValue() + ": " + String.join(" ", command));
        }
        return measured;
    }
}
