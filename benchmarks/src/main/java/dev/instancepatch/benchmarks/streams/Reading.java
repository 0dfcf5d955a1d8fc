package dev.instancepatch.benchmarks.streams;

import java.io.IOException;
import java.util.concurrent.Callable;

/** Reads birds out of a stream, and leaves it there. */
public class Reading implements Callable<Object> {
    private static Patched inForce = Patched.UNPATCHED;

    private final Patched patched;
    private final byte[] bytes;

    /** Writes what is to be read. */
    public Reading(Patched patched, int count) throws IOException {
        this.patched = patched;
        this.bytes = new Writing(patched, count).call();
    }

    @Override
    public Object call() throws IOException, ClassNotFoundException {
        if (inForce != patched) { // competitors take turns in one JVM, and trust is the JVM's
            patched.installTrust();
            inForce = patched; // installing takes a look at the stack, a microsecond that is none of reading's
        }
        return Birds.read(bytes);
    }
}
