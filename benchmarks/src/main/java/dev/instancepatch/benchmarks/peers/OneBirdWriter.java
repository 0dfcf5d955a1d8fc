package dev.instancepatch.benchmarks.peers;

import dev.instancepatch.benchmarks.streams.Birds;
import dev.instancepatch.benchmarks.streams.Patched;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what {@link OneBird} reads. */
public final class OneBirdWriter {
    private OneBirdWriter() {}

    /**
     * Runs it.
     *
     * @param args the file, and how the bird is patched: a name of {@link Patched}
     */
    public static void main(String[] args) throws Exception {
        Files.write(Path.of(args[0]), Birds.write(Birds.make(Patched.valueOf(args[1]), 1)));
    }
}
