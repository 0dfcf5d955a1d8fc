package dev.instancepatch.agent.capture;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Class files as their loader serves them: never woven, and read without loading the class. */
final class ClassFiles {
    private ClassFiles() {}

    /** Returns a class, or null if its loader has no bytes of it. */
    static @Nullable ClassNode read(String name, @Nullable ClassLoader loader) {
        ClassLoader source = loader == null ? ClassLoader.getSystemClassLoader() : loader;
        try (InputStream in = source.getResourceAsStream(name + ".class")) {
            if (in == null) {
                return null;
            }
            ClassNode node = new ClassNode();
            new ClassReader(in).accept(node, 0);
            return node;
        } catch (IOException | IllegalArgumentException unreadable) {
            return null; // not there, or newer than we can read
        }
    }
}
