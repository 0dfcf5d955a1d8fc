package dev.instancepatch.agent.serial;

import dev.instancepatch.wire.Patched;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The descriptors under which patched objects are written: clones of the JDK's own, whose topmost Serializable class has the
 * {@link Patched} phantom for a superclass. One chain per class, so that a stream writes each once.
 *
 * <pre>
 * Turkey                      Turkey' -> Patched { Object p }
 * Hen -> Bird                 Hen' -> Bird' -> Patched { Object p }
 * </pre>
 */
final class PatchedDescriptors {
    private static final ClassValue<ObjectStreamClass> OF = new ClassValue<>() {
        @Override
        protected ObjectStreamClass computeValue(Class<?> type) {
            Class<?> parent = type.getSuperclass();
            return Streams.descriptor(
                    type,
                    isSerializable(parent) ? PatchedDescriptors.of(parent) : ObjectStreamClass.lookup(Patched.class));
        }
    };

    private PatchedDescriptors() {}

    static ObjectStreamClass of(Class<?> type) {
        return OF.get(type);
    }

    /** Returns the descriptor that names a class in a stream which has the patched descriptors of its subclasses already. */
    static ObjectStreamClass naming(Class<?> declaring) {
        return isSerializable(declaring) && !declaring.isInterface()
                ? of(declaring)
                : ObjectStreamClass.lookupAny(declaring);
    }

    private static boolean isSerializable(@Nullable Class<?> type) {
        return type != null && Serializable.class.isAssignableFrom(type);
    }
}
