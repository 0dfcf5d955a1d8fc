package dev.instancepatch.agent.serial;

import dev.instancepatch.wire.Patched;
import java.io.Externalizable;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * The descriptors under which patched objects are written: clones of the JDK's own, with room for a payload. One per class, so
 * that a stream writes each once.
 *
 * <pre>
 * Turkey                      Turkey' -> Patched { Object p }
 * Hen -> Bird                 Hen' -> Bird' -> Patched { Object p }
 * record Egg                  Egg' -> Patched { Object p }       no record has such a superclass, and readers skip its data
 * an Externalizable           its own: the payload stands at the end of the external data
 * an enum constant            a fresh one each time: the payload is the class's annotation
 * </pre>
 */
final class PatchedDescriptors {
    /** The JDK makes variants of descriptors: only the name tells. */
    private static final String PHANTOM_NAME = Patched.class.getName();

    /** Holds the place of the payload. */
    static final ObjectStreamClass PHANTOM = ObjectStreamClass.lookup(Patched.class);

    private static final ClassValue<ObjectStreamClass> OF = new ClassValue<>() {
        @Override
        protected ObjectStreamClass computeValue(Class<?> type) {
            Class<?> parent = type.getSuperclass();
            return Streams.descriptor(type, isSerializable(parent) ? OF.get(parent) : PHANTOM);
        }
    };

    private static final ClassValue<ObjectStreamClass> NAMES = new ClassValue<>() {
        @Override
        protected ObjectStreamClass computeValue(Class<?> type) {
            boolean plain = type.isEnum() || Proxy.isProxyClass(type);
            return plain ? ObjectStreamClass.lookupAny(type) : Streams.name(type);
        }
    };

    private PatchedDescriptors() {}

    /** Returns true if what is written for a descriptor is the payload. */
    static boolean isPhantom(ObjectStreamClass descriptor) {
        return descriptor.getName().equals(PHANTOM_NAME);
    }

    /** Returns the descriptor to write for an object. */
    static ObjectStreamClass of(Object object) {
        if (object instanceof Enum<?> constant) {
            return Streams.descriptor(constant.getDeclaringClass());
        }
        return object instanceof Externalizable && !object.getClass().isRecord() // as the JDK asks
                ? ObjectStreamClass.lookup(object.getClass())
                : OF.get(object.getClass());
    }

    /** Returns the descriptor that names a class which is no part of the stream: its serialVersionUID need not match. */
    static ObjectStreamClass naming(Class<?> type) {
        return NAMES.get(type);
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
