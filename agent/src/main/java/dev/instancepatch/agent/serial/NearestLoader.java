package dev.instancepatch.agent.serial;

import dev.instancepatch.code.OwnPackages;
import dev.instancepatch.wire.ApplicationLoader;
import dev.instancepatch.wire.BeingRead;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import org.jspecify.annotations.Nullable;

/**
 * Resolves classes within a payload as the stream would have outside of it. {@link ObjectInputStream#resolveClass} asks the
 * nearest loader on the stack that is not the platform's; within a payload that is ours, and not the application's.
 */
public final class NearestLoader {
    static final Overriding DECIDES_ITSELF =
            new Overriding(ObjectInputStream.class, "resolveClass", ObjectStreamClass.class);

    private NearestLoader() {}

    /** Returns the class that a descriptor names, as the code that reads the stream sees it; else what the stream has found. */
    public static @Nullable Class<?> choose(
            ObjectInputStream in, ObjectStreamClass descriptor, @Nullable Class<?> found) {
        if (!BeingRead.now() || isOurs(descriptor.getName()) || DECIDES_ITSELF.get(in.getClass())) {
            return found;
        }
        ClassLoader loader = ApplicationLoader.nearest();
        if (found != null && (found.isPrimitive() || found.getClassLoader() == loader)) {
            return found;
        }
        try {
            return Class.forName(descriptor.getName(), false, loader);
        } catch (ClassNotFoundException | LinkageError unknown) {
            return found;
        }
    }

    private static boolean isOurs(String name) {
        return OwnPackages.include(name.replace('.', '/'));
    }
}
