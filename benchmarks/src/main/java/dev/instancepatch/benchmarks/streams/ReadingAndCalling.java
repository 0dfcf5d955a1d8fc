package dev.instancepatch.benchmarks.streams;

import java.io.IOException;

/** Reads birds, and calls the patched method of each: received functions are linked by their first call. */
public final class ReadingAndCalling extends Reading {
    private final String expected;

    /** Writes what is to be read. */
    public ReadingAndCalling(Patched patched, int count) throws IOException, ClassNotFoundException {
        super(patched, count);
        this.expected = Birds.call(Birds.make(patched, count));
    }

    @Override
    public Object call() throws IOException, ClassNotFoundException {
        String said = Birds.call(super.call());
        if (!said.equals(expected)) {
            throw new IllegalStateException("it says " + said + ", not " + expected);
        }
        return said;
    }
}
