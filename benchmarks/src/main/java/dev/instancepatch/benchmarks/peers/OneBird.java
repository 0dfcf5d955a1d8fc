package dev.instancepatch.benchmarks.peers;

import dev.instancepatch.benchmarks.streams.Birds;
import java.nio.file.Files;
import java.nio.file.Path;

/** A whole program: reads one bird from a file, calls it, prints what it says. Names nothing of the runtime. */
public final class OneBird {
    private OneBird() {}

    /**
     * Runs it.
     *
     * @param args the file
     */
    public static void main(String[] args) throws Exception {
        System.out.println(Birds.call(Birds.read(Files.readAllBytes(Path.of(args[0])))));
    }
}
