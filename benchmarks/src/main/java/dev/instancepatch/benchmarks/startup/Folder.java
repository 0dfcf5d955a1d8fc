package dev.instancepatch.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that is there while something is measured.
 *
 * @param path where it is
 */
record Folder(Path path) implements AutoCloseable {
    static Folder create() throws IOException {
        return new Folder(Files.createTempDirectory("benchmarks"));
    }

    @Override
    public void close() throws IOException {
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(path)) {
            inside = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : inside) {
            Files.delete(file);
        }
    }
}
