package dev.instancepatch.parcel;

import dev.instancepatch.trust.Voucher;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes and reads something small, and fails to read something, before the first parcel: a class that is needed for the first
 * time where a stack is about to overflow is lost for this JVM if its initialization overflows it.
 */
final class Rehearsal {
    private static volatile boolean done;

    private Rehearsal() {}

    static void once() {
        if (!done) {
            done = true;
            run();
        }
    }

    private static void run() {
        ClassLoader loader = Rehearsal.class.getClassLoader();
        try {
            byte[] stream = Parcels.write(new ArrayList<>(List.of(new Little("a", 1), new Little("b", 2)))).stream();
            Parcels.read(stream, loader, Voucher.EVERYONE);
            Parcels.read(Arrays.copyOf(stream, stream.length - 3), loader, Voucher.EVERYONE);
        } catch (IOException | RuntimeException expected) {
            done = true; // the third stream has no end; and a filter or a limit may allow nothing
        }
    }

    /** A record, because their reading is the JVM's own affair until the first one is read. */
    private record Little(String name, int number) implements Serializable {}
}
