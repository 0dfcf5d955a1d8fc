package dev.instancepatch.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another JVM, of the JDK that runs the tests unless another is chosen: a real process with a time limit and captured output. */
public final class ForkedJvm {
    private static final long LIMIT_SECONDS = 60;

    private final List<String> jvmArguments = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private Jdk jdk = Jdks.running();

    private ForkedJvm() {}

    /** Returns a JVM without the agent. */
    public static ForkedJvm plain() {
        return new ForkedJvm();
    }

    /** Returns a JVM with the agent and its defaults. */
    public static ForkedJvm withAgent() {
        return new ForkedJvm().jvmArgument("-javaagent:" + Jars.agent());
    }

    /** Returns a JVM with the agent and options such as {@code trust=all}. */
    public static ForkedJvm withAgent(String options) {
        return new ForkedJvm().jvmArgument("-javaagent:" + Jars.agent() + "=" + options);
    }

    /** Adds to the class path. */
    public ForkedJvm classPath(Path... entries) {
        classPath.addAll(Arrays.asList(entries));
        return this;
    }

    /** Adds an argument of the JVM itself. */
    public ForkedJvm jvmArgument(String argument) {
        jvmArguments.add(argument);
        return this;
    }

    /** Sets a variable of its environment. */
    public ForkedJvm environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Chooses its JDK. */
    public ForkedJvm jdk(Jdk chosen) {
        jdk = chosen;
        return this;
    }

    /** Starts a main class that answers frames, and leaves it running. */
    public TalkingJvm talk(String mainClass) {
        return TalkingJvm.start(command(mainClass), environment);
    }

    /** Runs a main class to its end; fails if that takes too long, and says what it printed. */
    public FinishedJvm run(String mainClass, Object... arguments) {
        try {
            return run(command(mainClass, arguments));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("cannot run " + mainClass, e);
        }
    }

    /** Runs an executable jar to its end, with the class path that its manifest names. */
    public FinishedJvm runJar(Path jar, Object... arguments) {
        List<String> command = java();
        command.addAll(List.of("-jar", jar.toString()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        try {
            return run(command);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("cannot run " + jar, e);
        }
    }

    /** Runs a module's main class to its end, given as {@code module/class}, with this module path. */
    public FinishedJvm runModule(String modulePath, String main) {
        List<String> command = java();
        command.addAll(List.of("-p", modulePath, "-m", main));
        try {
            return run(command);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("cannot run " + main, e);
        }
    }

    private List<String> command(String mainClass, Object... arguments) {
        List<String> command = java();
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(mainClass);
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return command;
    }

    private List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(jdk.java());
        command.add("-Xmx256m");
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dstdout.encoding=UTF-8");
        command.addAll(jvmArguments);
        return command;
    }

    private FinishedJvm run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("forked-jvm", ".out");
        Path err = Files.createTempFile("forked-jvm", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            Process process = builder.redirectInput(ProcessBuilder.Redirect.from(new File(emptyInput())))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            FinishedJvm finished =
                    new FinishedJvm(command, process.exitValue(), Files.readString(out), Files.readString(err));
            if (!ended) {
                throw new AssertionError("No end after " + LIMIT_SECONDS + " s. " + finished);
            }
            return finished;
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String emptyInput() {
        return File.separatorChar == '/' ? "/dev/null" : "NUL";
    }
}
