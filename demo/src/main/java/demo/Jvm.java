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
    private final List<String> agentOptions; // none: no agent; "" or "=trust=all"
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

    static Jvm withTrustInAll(Jars... classPath) {
        return new Jvm(List.of("=trust=all"), classPath);
    }

    /** Shows the command, runs it, and shows what it prints. */
    Ended run(String... mainAndArguments) throws IOException, InterruptedException {
        String shown = String.join(" ", command("java", Jars::fileName, mainAndArguments));
        Page.command(shown);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Ended ended = new Child(shown).run(command(java, Jars::path, mainAndArguments));
        Page.lines(ended.output());
        return ended;
    }

    private List<String> command(String java, Function<Jars, String> name, String... mainAndArguments) {
        List<String> words = new ArrayList<>(List.of(java));
        agentOptions.forEach(options -> words.add("-javaagent:" + name.apply(Jars.AGENT) + options));
        words.add("-cp");
        words.add(classPath.stream().map(name).collect(Collectors.joining(File.pathSeparator)));
        words.addAll(List.of(mainAndArguments));
        return words;
    }
}
