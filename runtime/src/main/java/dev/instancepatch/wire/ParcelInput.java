package dev.instancepatch.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;

/**
 * Reads the object stream inside a parcel. The stack may be another thread's than the caller's, so that its classes are found
 * through a loader that was chosen before.
 */
public final class ParcelInput extends ObjectInputStream {
    /** Hash tables are allocated with room to spare, for elements of some bytes each. */
    private static final long ELEMENTS_PER_BYTE = 16;

    private final ParcelClasses classes;

    /**
     * Begins to read.
     *
     * @param length how many bytes there are
     * @param loader finds the application's classes
     */
    public ParcelInput(InputStream in, int length, ClassLoader loader) throws IOException {
        super(in);
        this.classes = new ParcelClasses(loader);
        long most = length * ELEMENTS_PER_BYTE;
        ObjectInputFilter own = info ->
                info.arrayLength() > most ? ObjectInputFilter.Status.REJECTED : ObjectInputFilter.Status.UNDECIDED;
        ObjectInputFilter jvm = getObjectInputFilter();
        setObjectInputFilter(jvm == null ? own : ObjectInputFilter.merge(own, jvm));
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass descriptor) throws ClassNotFoundException {
        return classes.find(descriptor.getName());
    }

    @Override
    protected Class<?> resolveProxyClass(String[] interfaces) throws ClassNotFoundException {
        return classes.proxy(interfaces);
    }
}
