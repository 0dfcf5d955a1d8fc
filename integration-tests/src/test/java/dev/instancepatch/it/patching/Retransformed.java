package dev.instancepatch.it.patching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.function.Executable;

/** What the JVM's flight recorder saw of retransformations. */
final class Retransformed {
    static {
        try (Recording first = new Recording()) {
            first.start(); // the flight recorder retransforms classes of its own then
        }
    }

    private Retransformed() {}

    /** Returns how many classes were retransformed while something ran, step by step. */
    static List<Integer> during(Executable action) throws Throwable {
        Path file = Files.createTempFile("retransformed", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.RetransformClasses").withoutThreshold().withoutStackTrace();
            recording.start();
            action.execute();
            recording.stop();
            recording.dump(file);
            return steps(file);
        } finally {
            Files.delete(file);
        }
    }

    private static List<Integer> steps(Path file) throws IOException {
        return RecordingFile.readAllEvents(file).stream()
                .map(event -> event.getInt("classCount"))
                .toList();
    }
}
