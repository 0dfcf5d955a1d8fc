package dev.instancepatch.restore;

import dev.instancepatch.refusal.Refusals;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import org.jspecify.annotations.Nullable;

/** What a static final field held where the code was written; read when the code first asks for it. */
public final class StaticValues {
    private static final ThreadLocal<Integer> READING = ThreadLocal.withInitial(() -> 0);

    private final byte[] bytes;
    private final ClassLoader loader;
    private volatile boolean known;
    private @Nullable Object value;

    StaticValues(byte[] bytes, ClassLoader loader) {
        this.bytes = bytes;
        this.loader = loader;
    }

    /** The first to have read it decides. Reading may run anybody's code, class initializers for one: not under a lock. */
    @Nullable
    Object get() {
        if (!known) {
            Object read = read();
            synchronized (this) {
                if (!known) {
                    value = read;
                    known = true;
                }
            }
        }
        if (value instanceof MissingValue missing) {
            throw Refusals.cannotLink("that uses " + missing.field(), "its value could not travel", null);
        }
        return value;
    }

    /** Returns true while this thread reads such values: functions among them are for the code that asked. */
    public static boolean areBeingRead() {
        return READING.get() > 0;
    }

    private @Nullable Object read() {
        READING.set(READING.get() + 1);
        try (ObjectInputStream in = new In(new ByteArrayInputStream(bytes), loader)) {
            return in.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            throw Refusals.cannotLink("whose static final fields it uses", String.valueOf(e), e);
        } finally {
            READING.set(READING.get() - 1);
        }
    }

    /** Classes are those that the code itself sees. */
    private static final class In extends ObjectInputStream {
        private final ClassLoader loader;

        In(InputStream in, ClassLoader loader) throws IOException {
            super(in);
            this.loader = loader;
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
