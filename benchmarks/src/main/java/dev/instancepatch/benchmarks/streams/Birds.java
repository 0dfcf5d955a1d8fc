package dev.instancepatch.benchmarks.streams;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;

/** A root for a stream, and the way through one: a bird, or a list of many. */
public final class Birds {
    private Birds() {}

    /** Hatches so many birds; one alone is a root by itself. */
    public static Object make(Patched patched, int count) {
        Patcher patcher = patched.patcher();
        List<Turkey> birds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Turkey bird = new Turkey();
            patcher.patch(bird, i);
            birds.add(bird);
        }
        return count == 1 ? birds.get(0) : birds;
    }

    /** Writes a root into a new stream. */
    public static byte[] write(Object birds) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(birds);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #write} wrote. */
    public static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }

    /** Calls each bird once; returns what the last one says. */
    public static String call(Object birds) {
        String said = "";
        if (birds instanceof Turkey bird) {
            said = bird.hi();
        } else {
            for (Object bird : (List<?>) birds) {
                said = ((Turkey) bird).hi();
            }
        }
        return said;
    }
}
