package dev.instancepatch.benchmarks.memory;

import dev.instancepatch.Patch;
import dev.instancepatch.Replacement0;
import dev.instancepatch.benchmarks.copies.NumberedCopies;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Functions of different code, birds patched with them, and the way of such birds through a stream. */
final class Functions {
    private Functions() {}

    /** Makes functions in a class loader of their own, which nobody else holds. */
    static List<Replacement0<Turkey, String>> make(int count) throws Exception {
        ClassLoader parent = Functions.class.getClassLoader();
        NumberedCopies copies = new NumberedCopies(Squawk0000.class.getName(), parent);
        NumberedCopies.Defining loader = new NumberedCopies.Defining(parent);
        List<Replacement0<Turkey, String>> functions = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Object made = copies.define(i, loader).getDeclaredConstructor().newInstance();
            functions.add(((Squawking) made).function());
        }
        return functions;
    }

    /** Patches birds with the functions, and writes each into a stream of its own. */
    static List<byte[]> write(int count) throws Exception {
        List<byte[]> streams = new ArrayList<>();
        for (Replacement0<Turkey, String> function : make(count)) {
            Turkey turkey = new Turkey();
            Patch.on(turkey).method("hi", function);
            streams.add(write(turkey));
        }
        return streams;
    }

    private static byte[] write(Turkey turkey) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(turkey);
        }
        return bytes.toByteArray();
    }

    static Turkey read(byte[] stream) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stream))) {
            return (Turkey) in.readObject();
        }
    }

    /** Calls birds that were patched with the functions, in this order. */
    static void call(List<Turkey> turkeys) {
        for (int i = 0; i < turkeys.size(); i++) {
            String said = turkeys.get(i).hi();
            if (!said.equals(String.format(Locale.ROOT, "SQUAWK %04d", i + 1))) {
                throw new IllegalStateException("bird " + i + " says " + said);
            }
        }
    }
}
