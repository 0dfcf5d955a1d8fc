package demo;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one process to its end, for a minute at most, in the folder where the streams are. */
final class Child {
    private static final int SECONDS = 60;

    /** Variables of the user's shell that would change what a JVM does. */
    private static final List<String> NOT_INHERITED =
            List.of("CLASSPATH", "INSTANCE_PATCH_OPTIONS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final String shown; // the command line, for messages

    Child(String shown) {
        this.shown = shown;
    }

    /** Returns where all of them run, and leave their files. */
    static Path folder() {
        return Path.of(Jars.FARM.path()).resolveSibling("streams");
    }

    Ended run(List<String> command) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(folder());
        Path output = Files.createTempFile(folder, "output", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeAll(NOT_INHERITED);
            int status = await(builder.start());
            return new Ended(shown, status, messages(output));
        } finally {
            Files.delete(output);
        }
    }

    private int await(Process process) throws InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new WrongFactException("expected: it ends within " + SECONDS + " seconds", "from:     " + shown);
        }
        return process.exitValue();
    }

    /** Returns what was printed, without stack frames. */
    private static List<String> messages(Path output) throws IOException {
        return new String(Files.readAllBytes(output), Charset.defaultCharset())
                .lines()
                .filter(line -> !line.startsWith("\tat "))
                .toList();
    }
}
