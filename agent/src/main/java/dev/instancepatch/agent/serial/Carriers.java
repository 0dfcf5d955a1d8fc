package dev.instancepatch.agent.serial;

import java.io.Externalizable;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import org.jspecify.annotations.Nullable;

/** Which objects and streams have no place for a payload, and why. */
final class Carriers {
    private static final Overriding WRITES_OWN_DESCRIPTORS =
            new Overriding(ObjectOutputStream.class, "writeClassDescriptor", ObjectStreamClass.class);

    private Carriers() {}

    /** Returns why this stream cannot carry this object's patches, or null if it can. */
    static @Nullable String whyNot(ObjectOutputStream out, Object object) {
        if (WRITES_OWN_DESCRIPTORS.get(out.getClass())) {
            return out.getClass().getTypeName() + " writes class descriptors of its own";
        }
        if (object instanceof Enum && !WriterPolicy.carriesEnums()) {
            return "a stream carries nothing of an enum constant but its name, unless both sides start with enums=carry";
        }
        return object instanceof Externalizable && !object.getClass().isRecord() && Streams.hasNoBlocks(out)
                ? "protocol version 1 gives external data no end after which they could stand"
                : null;
    }

    /** Returns why patches cannot ride on what a stream writes in an object's place, or null if they can. */
    static @Nullable String whyNotOn(@Nullable Object replacement, ObjectOutputStream out) {
        if (replacement == null) {
            return "the stream writes null in its place (writeReplace or replaceObject)";
        }
        if (replacement instanceof Class
                || replacement instanceof ObjectStreamClass
                || replacement instanceof String
                || replacement.getClass().isArray()) {
            return inItsPlace(replacement) + "which has no room for them";
        }
        return Streams.handle(out, replacement) >= 0 ? inItsPlace(replacement) + "which it has written before" : null;
    }

    private static String inItsPlace(Object replacement) {
        return "the stream writes an object of " + replacement.getClass().getTypeName()
                + " in its place (writeReplace or replaceObject), ";
    }
}
