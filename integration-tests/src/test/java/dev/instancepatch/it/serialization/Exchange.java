package dev.instancepatch.it.serialization;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A writing JVM and reading JVMs, whose classes of package {@code evolving} differ; the reader lacks the package {@code written},
 * where the functions come from.
 *
 * @param folder what was written, a file for each case
 * @param writer the JVM that wrote it, ended
 */
public record Exchange(Path folder, FinishedJvm writer) {
    private static Path shared() {
        return Fixtures.compile("serialization");
    }

    public static Path[] writing() {
        return new Path[] {Fixtures.compile("serialization-written", shared()), shared()};
    }

    public static Path[] reading() {
        return new Path[] {Fixtures.compile("serialization-read", shared()), shared()};
    }

    /** Runs {@code written.GROUP} in this JVM. */
    public static Exchange written(ForkedJvm jvm, String group, boolean patched) {
        Path folder = folder(group);
        return new Exchange(
                folder,
                jvm.classPath(writing())
                        .run("written." + group, folder, patched ? "patched" : "unpatched")
                        .expectSuccess());
    }

    /** Runs {@code read.GROUP} in this JVM, on what was written. */
    public FinishedJvm read(ForkedJvm jvm, String group) {
        return jvm.classPath(reading()).run("read." + group, folder).expectSuccess();
    }

    private static Path folder(String group) {
        try {
            return Files.createTempDirectory(
                            Files.createDirectories(Path.of("target", "serialization")), group.toLowerCase())
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
