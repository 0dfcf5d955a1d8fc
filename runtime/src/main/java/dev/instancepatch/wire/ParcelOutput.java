package dev.instancepatch.wire;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;

/** The object stream inside a parcel. */
public final class ParcelOutput extends ObjectOutputStream {
    /** Begins a stream. */
    public ParcelOutput(OutputStream out) throws IOException {
        super(out);
    }
}
