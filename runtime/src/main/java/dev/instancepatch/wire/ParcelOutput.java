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

    /** Writes a graph, all functions in it by value. */
    public void writeGraph(@Nullable Object graph) throws IOException {
        boolean outer = Departing.beginParcel();
        try {
            writeObject(graph);
        } finally {
            Departing.endParcel(outer);
        }
    }
}
