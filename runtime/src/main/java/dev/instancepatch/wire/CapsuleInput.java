package dev.instancepatch.wire;

import dev.instancepatch.bridge.Bridge;
import dev.instancepatch.bridge.StreamInternals;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.io.OptionalDataException;
import org.jspecify.annotations.Nullable;

/** Reads what a function captured out of bytes of its own: under the filter of the stream around it, and as that resolves classes. */
final class CapsuleInput extends GraphInput {
    private final ObjectInputStream outer;
    private final @Nullable StreamInternals internals;

    CapsuleInput(byte[] bytes, ObjectInputStream outer, ClassLoader loader) throws IOException {
        super(new ByteArrayInputStream(bytes), bytes.length, loader, outer.getObjectInputFilter());
        this.outer = outer;
        this.internals = Bridge.streams();
        if (internals != null && internals.resolvesObjects(outer)) {
            enableResolveObject(true);
        }
    }

    /** A stream that decides on classes itself may look into its own annotations for that; here are none, so that they have ended. */
    @Override
    protected Class<?> resolveClass(ObjectStreamClass descriptor) throws IOException, ClassNotFoundException {
        if (internals != null && internals.resolvesClasses(outer)) {
            try {
                return internals.resolve(outer, descriptor);
            } catch (OptionalDataException none) {
                return super.resolveClass(descriptor);
            }
        }
        return super.resolveClass(descriptor);
    }

    @Override
    protected @Nullable Object resolveObject(@Nullable Object object) throws IOException {
        return internals == null ? object : internals.resolve(outer, object);
    }
}
