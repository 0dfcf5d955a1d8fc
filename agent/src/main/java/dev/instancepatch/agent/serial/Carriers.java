package dev.instancepatch.agent.serial;

import java.io.Externalizable;
import java.io.ObjectOutputStream;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Which objects and streams have no place for a payload, and why. */
final class Carriers {
    private static final ClassValue<Boolean> WRITES_OWN_DESCRIPTORS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> stream) {
            for (Class<?> c = stream; c != ObjectOutputStream.class; c = c.getSuperclass()) {
                try {
                    c.getDeclaredMethod("writeClassDescriptor", java.io.ObjectStreamClass.class);
                    return true;
                } catch (NoSuchMethodException inherited) {
                    continue;
                }
            }
            return false;
        }
    };

    private Carriers() {}

    /** Returns why this stream cannot carry this object's patches, or null if it can. */
    static @Nullable String whyNot(ObjectOutputStream out, Object object) {
        Class<?> type = object.getClass();
        if (WRITES_OWN_DESCRIPTORS.get(out.getClass())) {
            return out.getClass().getTypeName() + " writes class descriptors of its own";
        }
        if (object instanceof Enum) {
            return "a stream carries nothing of an enum constant but its name";
        }
        if (type.isRecord()) {
            return "this version does not carry patches of records";
        }
        if (object instanceof Externalizable) {
            return "this version does not carry patches of Externalizable objects";
        }
        return Proxy.isProxyClass(type) ? "this version does not carry patches of dynamic proxies" : null;
    }
}
