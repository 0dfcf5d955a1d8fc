package dev.instancepatch.wire;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The object stream inside a parcel. */
public final class ParcelOutput extends ObjectOutputStream {
    /** Begins a stream. */
    public ParcelOutput(OutputStream out) throws IOException {
        super(out);
    }

    /** Writes a graph, all functions in it by value; returns true if this JVM may answer for all of them. */
    public boolean writeGraph(@Nullable Object graph) throws IOException {
        boolean outer = Departing.beginParcel();
        Sealing sealing = Sealing.begin(this);
        try {
            writeObject(graph);
            return sealing.mayBeSigned();
        } finally {
            sealing.end();
            Departing.endParcel(outer);
        }
    }
}
