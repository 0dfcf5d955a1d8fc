package dev.instancepatch.agent.serial;

import dev.instancepatch.wire.Patched;
import java.io.Externalizable;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamField;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The descriptors under which patched objects are written: clones of the JDK's own, with room for a payload. One per class, so
 * that a stream writes each once.
 *
 * <pre>
 * Turkey                      Turkey' -> Patched { Object p }
 * Hen -> Bird                 Hen' -> Bird' -> Patched { Object p }
 * record Egg(int size)        Egg' { int size; Object {@code <patches>} }       JDK 17 reads no superclass of a record
 * an Externalizable           its own: the payload stands at the end of the external data
 * an enum constant            a fresh one each time: the payload is the class's annotation
 * </pre>
 */
final class PatchedDescriptors {
    /** Holds the place of the payload. */
    static final ObjectStreamClass PHANTOM = ObjectStreamClass.lookup(Patched.class);

    /** No component of a record can have this name. */
    private static final ObjectStreamField IN_RECORD = new ObjectStreamField("<patches>", Object.class);

    private static final ClassValue<ObjectStreamClass> OF = new ClassValue<>() {
        @Override
        protected ObjectStreamClass computeValue(Class<?> type) {
            if (type.isRecord()) {
                return Streams.descriptor(type, IN_RECORD);
            }
            Class<?> parent = type.getSuperclass();
            return Streams.descriptor(type, isSerializable(parent) ? OF.get(parent) : PHANTOM);
        }
    };

    private PatchedDescriptors() {}

    /** Returns the descriptor to write for an object. */
    static ObjectStreamClass of(Object object) {
        if (object instanceof Enum<?> constant) {
            return Streams.descriptor(constant.getDeclaringClass());
        }
        return object instanceof Externalizable
                ? ObjectStreamClass.lookup(object.getClass())
                : OF.get(object.getClass());
    }

    /** Returns true for the descriptor of a patched record. */
    static boolean hasRoomInRecord(ObjectStreamClass descriptor) {
        return descriptor.getField(IN_RECORD.getName()) != null;
    }

    /** Returns the descriptor that names a class which is no part of the stream yet. */
    static ObjectStreamClass naming(Class<?> type) {
        return ObjectStreamClass.lookupAny(type);
    }

    /** Returns the descriptor that names a class: if the stream has it already, as a superclass of this one, then the very same. */
    static ObjectStreamClass naming(Class<?> type, ObjectStreamClass written) {
        for (ObjectStreamClass d = written; d != null; d = Streams.superDescriptor(d)) {
            if (d.forClass() == type) {
                return d;
            }
        }
        return naming(type);
    }

    private static boolean isSerializable(@Nullable Class<?> type) {
        return type != null && Serializable.class.isAssignableFrom(type);
    }
}
