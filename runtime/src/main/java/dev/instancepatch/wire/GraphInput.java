package dev.instancepatch.wire;

import dev.instancepatch.bridge.Bridge;
import dev.instancepatch.restore.InputFilters;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.io.OptionalDataException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream that is all there, with limits that its length sets. The stack may be another thread's than the caller's, so that its
 * classes are found through a loader that was chosen before.
 */
class GraphInput extends ObjectInputStream {
    /** Hash tables are allocated with room to spare, for elements of some bytes each. */
    private static final long ELEMENTS_PER_BYTE = 16;

    private final ParcelClasses classes;

    /**
     * Begins to read.
     *
     * @param length how many bytes there are
     * @param loader finds the application's classes
     * @param outer the filter of the stream around this one, if there is one
     */
    GraphInput(InputStream in, int length, ClassLoader loader, @Nullable ObjectInputFilter outer) throws IOException {
        super(in);
        this.classes = new ParcelClasses(loader);
        long most = length * ELEMENTS_PER_BYTE;
        ObjectInputFilter own = info ->
                info.arrayLength() > most ? ObjectInputFilter.Status.REJECTED : ObjectInputFilter.Status.UNDECIDED;
        ObjectInputFilter jvm = getObjectInputFilter();
        ObjectInputFilter limited = jvm == null ? own : ObjectInputFilter.merge(own, jvm);
        InputFilters.set(this, outer == null || outer == jvm ? limited : ObjectInputFilter.merge(limited, outer));
    }

    /** An agent sees to classes that came along; without one, they stand in the annotation all the same. */
    @Override
    protected Class<?> resolveClass(ObjectStreamClass descriptor) throws IOException, ClassNotFoundException {
        if (Bridge.agent() == null) {
            Object annotation = annotation();
            if (CarriedClasses.isOne(annotation)) {
                return CarriedClasses.resolve(this, annotation, descriptor.getName(), null, false);
            }
        }
        return classes.find(descriptor.getName());
    }

    private @Nullable Object annotation() throws IOException, ClassNotFoundException {
        try {
            return readObject();
        } catch (OptionalDataException none) {
            return null;
        }
    }

    @Override
    protected Class<?> resolveProxyClass(String[] interfaces) throws IOException, ClassNotFoundException {
        return classes.proxy(interfaces);
    }
}
