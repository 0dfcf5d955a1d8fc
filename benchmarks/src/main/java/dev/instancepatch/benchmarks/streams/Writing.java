package dev.instancepatch.benchmarks.streams;

import java.io.IOException;
import java.util.concurrent.Callable;

/** Writes birds into a new stream. */
public final class Writing implements Callable<byte[]> {
    private final Object birds;

    /** Hatches, and patches, so many birds. */
    public Writing(Patched patched, int count) {
        this.birds = Birds.make(patched, count);
    }

    @Override
    public byte[] call() throws IOException {
        return Birds.write(birds);
    }
}
