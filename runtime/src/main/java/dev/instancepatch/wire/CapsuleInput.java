package dev.instancepatch.wire;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.bridge.Bridge;
import dev.instancepatch.bridge.StreamInternals;
import dev.instancepatch.refusal.ReadRefusals;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.io.OptionalDataException;
import org.jspecify.annotations.Nullable;

/** Reads what a function captured out of bytes of its own: under the filter of the stream around it, and as that resolves classes. */
final class CapsuleInput extends GraphInput {
    private final ObjectInputStream outer;
    private final boolean vouchedFor;
    private final @Nullable StreamInternals internals;

    /**
     * Begins to read.
     *
     * @param vouchedFor true if somebody answers for the bytes
     * @throws dev.instancepatch.RefusedPatchException if nobody does, and the stream around decides on classes where it cannot be asked
     */
    CapsuleInput(byte[] bytes, ObjectInputStream outer, ClassLoader loader, boolean vouchedFor) throws IOException {
        super(new ByteArrayInputStream(bytes), bytes.length, loader, outer.getObjectInputFilter());
        this.outer = outer;
        this.vouchedFor = vouchedFor;
        this.internals = Bridge.streams();
        if (internals != null) {
            internals.countOn(outer, this);
        }
        if (internals != null && internals.resolvesObjects(outer)) {
            enableResolveObject(true);
        }
        if (internals != null && internals.readsDescriptors(outer)) {
            requireVoucher(null);
        }
    }

    /** Lets the stream around it count what was read here: its filter's limits are for all of it. */
    void countOutside() {
        if (internals != null) {
            internals.countOn(this, outer);
        }
    }

    /**
     * A stream that decides on classes itself may look into its own annotations for that; here are none, so that they have ended. What
     * it would have decided nobody knows then, so that strangers' values must not get by.
     */
    @Override
    protected Class<?> resolveClass(ObjectStreamClass descriptor) throws IOException, ClassNotFoundException {
        if (internals != null && internals.resolvesClasses(outer)) {
            try {
                return internals.resolve(outer, descriptor);
            } catch (OptionalDataException | EOFException none) { // it asked for an object, or for a string
                requireVoucher(none);
                return super.resolveClass(descriptor);
            }
        }
        return super.resolveClass(descriptor);
    }

    @Override
    protected Class<?> resolveProxyClass(String[] interfaces) throws IOException, ClassNotFoundException {
        if (internals != null && internals.resolvesProxies(outer)) {
            try {
                return internals.resolveProxy(outer, interfaces);
            } catch (OptionalDataException | EOFException none) {
                requireVoucher(none);
                return super.resolveProxyClass(interfaces);
            }
        }
        return super.resolveProxyClass(interfaces);
    }

    private void requireVoucher(@Nullable IOException cause) throws RefusedPatchException {
        if (!vouchedFor) {
            throw ReadRefusals.undecidedClasses(outer.getClass(), cause);
        }
    }

    @Override
    protected @Nullable Object resolveObject(@Nullable Object object) throws IOException {
        return internals == null ? object : internals.resolve(outer, object);
    }
}
