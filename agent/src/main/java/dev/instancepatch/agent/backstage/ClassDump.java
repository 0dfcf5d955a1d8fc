package dev.instancepatch.agent.backstage;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes each transformed class below a folder, where the option {@code dump=} names one. */
public final class ClassDump {
    private static volatile @Nullable File folder;

    private ClassDump() {}

    /** Called once, at start. */
    public static void into(String path) {
        folder = new File(path);
    }

    /** Writes a class as the JVM is about to get it, and returns it; a dump that fails changes nothing else. */
    public static byte[] of(String name, byte[] transformed) {
        File into = folder;
        if (into != null) {
            File file = new File(into, name + ".class");
            file.getParentFile().mkdirs();
            try (OutputStream out = new FileOutputStream(file)) {
                out.write(transformed);
            } catch (IOException e) {
                System.err.println("[instance-patch] cannot write " + file + ": " + e);
            }
        }
        return transformed;
    }
}
