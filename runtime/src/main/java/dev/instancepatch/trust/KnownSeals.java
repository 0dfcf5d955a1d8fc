package dev.instancepatch.trust;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signatures that this JVM has received, by what they say. A relay without a key of its own passes them on with what it has not
 * changed; whoever changes anything has none that fits. The least recently used go first: what is then passed on is unsigned.
 */
public final class KnownSeals {
    private static final int REMEMBERED = 10_000;

    /** Guarded by itself. */
    private static final Map<ByteBuffer, Seal> SEALS = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Seal> eldest) {
            return size() > REMEMBERED;
        }
    };

    private static volatile boolean any;

    private KnownSeals() {}

    /** Of several the one that lasts longest: somebody may replay a short one. */
    static void remember(Statement statement, Seal seal) {
        synchronized (SEALS) {
            SEALS.merge(
                    ByteBuffer.wrap(statement.digest()), seal, (known, more) -> more.outlives(known) ? more : known);
        }
        any = true;
    }

    /** Returns true if there are some: otherwise nobody has to make statements. */
    public static boolean any() {
        return any;
    }

    /** Returns a signature of exactly this, or null. */
    public static @Nullable Seal of(Statement statement) {
        synchronized (SEALS) {
            return SEALS.get(ByteBuffer.wrap(statement.digest()));
        }
    }
}
