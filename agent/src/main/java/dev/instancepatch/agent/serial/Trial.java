package dev.instancepatch.agent.serial;

import dev.instancepatch.code.CapturedFunction;
import dev.instancepatch.wire.Departing;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Writes a captured object to nowhere, to see whether it can be written: only writing tells, since writeObject, writeReplace and
 * the like have their say.
 */
final class Trial {
    /** Set while a trial runs in this thread: what it writes of other objects' patches is not tried again. */
    private static final ThreadLocal<Boolean> RUNNING = ThreadLocal.withInitial(() -> false);

    /** The last that succeeded: a thousand objects may share one. */
    private static final ThreadLocal<WeakReference<Object>> LAST = new ThreadLocal<>();

    private Trial() {}

    /** Returns what went wrong, or null. */
    static @Nullable String failure(@Nullable Object captured, CapturedFunction function) {
        WeakReference<Object> last = LAST.get();
        if (captured == null || RUNNING.get() || (last != null && last.refersTo(captured))) {
            return null;
        }
        RUNNING.set(true);
        Object outer = Departing.begin(function.carried());
        try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
            out.writeObject(captured);
            LAST.set(new WeakReference<>(captured));
            return null;
        } catch (IOException | RuntimeException e) {
            return String.valueOf(e).lines().findFirst().orElse("");
        } finally {
            Departing.end(outer);
            RUNNING.set(false);
        }
    }
}
