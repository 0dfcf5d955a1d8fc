package dev.instancepatch.wire;

import dev.instancepatch.trust.Voucher;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the object stream inside a parcel. */
public final class ParcelInput extends GraphInput {
    private final ClassLoader loader;

    /**
     * Begins to read.
     *
     * @param length how many bytes there are
     * @param loader finds the application's classes
     */
    public ParcelInput(InputStream in, int length, ClassLoader loader) throws IOException {
        super(in, length, loader, null);
        this.loader = loader;
    }

    /** Reads the graph, for which somebody answers or nobody; what came along with functions sees what the loader sees. */
    public @Nullable Object readGraph(Voucher voucher) throws IOException, ClassNotFoundException {
        Arrival arrival = Arrival.at(loader, this, voucher);
        try {
            return readObject();
        } finally {
            arrival.end();
        }
    }
}
