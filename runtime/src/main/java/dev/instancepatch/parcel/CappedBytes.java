package dev.instancepatch.parcel;

import dev.instancepatch.refusal.Refusals;
import java.io.ByteArrayOutputStream;

/** Collects the bytes of one stream, and refuses to collect more than a parcel may hold. */
final class CappedBytes extends ByteArrayOutputStream {
    private final int most;

    CappedBytes(int most) {
        this.most = most;
    }

    @Override
    public synchronized void write(int b) {
        makeRoom(1);
        super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        makeRoom(length);
        super.write(bytes, from, length);
    }

    private void makeRoom(int more) {
        if (more > most - count) {
            throw Refusals.graphTooLarge(most);
        }
    }
}
