package dev.instancepatch.restore;

import dev.instancepatch.code.BundleCodec;
import dev.instancepatch.refusal.Refusals;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import org.jspecify.annotations.Nullable;

/** What static final fields of one class held where the code was written; read when the code first asks for one. */
public final class StaticValues {
    private static final ThreadLocal<Integer> READING = ThreadLocal.withInitial(() -> 0);

    private final byte[] bytes;
    private volatile @Nullable Object @Nullable [] values;

    StaticValues(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The first to have read them decides; its classes are those of the code that asked. Reading may run anybody's code, class initializers for one: not under a lock. */
    @Nullable
    Object get(int index, ClassLoader caller) {
        @Nullable Object[] known = values;
        if (known == null) {
            @Nullable Object[] read = read(caller);
            synchronized (this) {
                known = values == null ? read : values;
                values = known;
            }
        }
        if (known[index] instanceof MissingValue missing) {
            throw Refusals.cannotLink("that uses " + missing.field(), "its value could not travel", null);
        }
        return known[index];
    }

    /** Returns true while this thread reads such values: functions among them are for the code that asked. */
    public static boolean areBeingRead() {
        return READING.get() > 0;
    }

    /** Returns true for a stream of such values: they are part of code that passed the gate. */
    public static boolean isReading(ObjectInputStream in) {
        return in instanceof In;
    }

    private @Nullable Object[] read(ClassLoader caller) {
        READING.set(READING.get() + 1);
        try (ObjectInputStream in = new In(new ByteArrayInputStream(bytes), caller)) {
            return (Object[]) in.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            throw Refusals.cannotLink("whose static final fields it uses", String.valueOf(e), e);
        } finally {
            READING.set(READING.get() - 1);
        }
    }

    private static ObjectInputFilter.Status check(ObjectInputFilter.FilterInfo info) {
        return info.arrayLength() > BundleCodec.MAX_BYTES // they came within as many bytes
                ? ObjectInputFilter.Status.REJECTED
                : ObjectInputFilter.Status.UNDECIDED;
    }

    /** Classes are those that the code itself sees. */
    private static final class In extends ObjectInputStream {
        private final ClassLoader loader;

        In(InputStream in, ClassLoader loader) throws IOException {
            super(in);
            this.loader = loader;
            ObjectInputFilter jvm = getObjectInputFilter();
            InputFilters.set(
                    this, jvm == null ? StaticValues::check : ObjectInputFilter.merge(StaticValues::check, jvm));
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass descriptor) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(descriptor.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(descriptor); // primitives
            }
        }
    }
}
