package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.harness.Measured;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the processes that measure, one at a time, and collects what they print. */
public final class Launcher {
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
        return jvm(experiment, List.of("-javaagent:" + agent, "-javaagent:" + System.getProperty("benchmarks.jar")));
    }

    /** With JOL, which asks the JVM how large objects are, and with all that it needs for that. */
    List<Measured> sized(Experiments experiment, boolean withAgent, List<String> more) throws Exception {
        List<String> options = new ArrayList<>(more);
        if (withAgent) {
            options.add("-javaagent:" + agent);
        }
        options.addAll(List.of("-XX:+UseSerialGC", "-Djdk.attach.allowAttachSelf=true"));
        if (Runtime.version().feature() >= 23) {
            options.add("--sun-misc-unsafe-memory-access=allow"); // else the JVM warns
        }
        return jvm(experiment, options);
    }

    /** Returns what a JVM with these options measured. */
    public List<Measured> withOptions(Experiments experiment, List<String> options) throws Exception {
        return jvm(experiment, options);
    }

    /** Returns where the agent's jar is. */
    public String agent() {
        return agent;
    }

    /** Returns a process to start, free of what the user's shell would have it do. */
    public static ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(NOT_INHERITED);
        return builder;
    }

    private List<Measured> jvm(Experiments experiment, List<String> options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Environment.JVM_OPTIONS);
        command.addAll(options);
        command.add("-XX:+EnableDynamicAgentLoading"); // Mockito and JOL attach themselves, and are warned of otherwise
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MeasuringJvm.class.getName()));
        command.addAll(List.of(experiment.name(), budget));
        return run(command);
    }

    /** Returns what a command measured, its standard error shown as it comes. */
    List<Measured> run(List<String> command) throws IOException, InterruptedException {
        Process process = process(command).redirectError(Redirect.INHERIT).start();
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
