package demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A JVM to start: the one that runs this demo, with the agent or without, and the jars it is given. */
final class Jvm {
    private final List<String> agentOptions; // none: no agent; "" or "=sign=keys/sender.key"
    private final List<Jars> classPath;

    private Jvm(List<String> agentOptions, Jars... classPath) {
        this.agentOptions = agentOptions;
        this.classPath = List.of(classPath);
    }

    static Jvm plain(Jars... classPath) {
        return new Jvm(List.of(), classPath);
    }

    static Jvm withAgent(Jars... classPath) {
        return new Jvm(List.of(""), classPath);
    }

    static Jvm thatSigns(Jars... classPath) {
        return new Jvm(List.of("=sign=" + KeyPair.PRIVATE), classPath);
    }

    static Jvm thatTrustsTheKey(Jars... classPath) {
        return new Jvm(List.of("=trust=" + KeyPair.PUBLIC), classPath);
    }

    /** Runs the agent's own command line. */
    static Ended runAgentJar(String... arguments) throws IOException, InterruptedException {
        return run(name -> {
            List<String> words = new ArrayList<>(List.of("-jar", name.apply(Jars.AGENT)));
            words.addAll(List.of(arguments));
            return words;
        });
    }

    /** Shows the command, runs it, and shows what it prints. */
    Ended run(String... mainAndArguments) throws IOException, InterruptedException {
        return run(name -> arguments(name, mainAndArguments));
    }

    private static Ended run(Function<Function<Jars, String>, List<String>> arguments)
            throws IOException, InterruptedException {
        String shown = "java " + String.join(" ", arguments.apply(Jars::fileName));
        Page.command(shown);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments.apply(Jars::path));
        Ended ended = new Child(shown).run(command);
        Page.lines(ended.output());
        return ended;
    }

    private List<String> arguments(Function<Jars, String> name, String... mainAndArguments) {
        List<String> words = new ArrayList<>();
        agentOptions.forEach(options -> words.add("-javaagent:" + name.apply(Jars.AGENT) + options));
        words.add("-cp");
        words.add(classPath.stream().map(name).collect(Collectors.joining(File.pathSeparator)));
        words.addAll(List.of(mainAndArguments));
        return words;
    }
}
