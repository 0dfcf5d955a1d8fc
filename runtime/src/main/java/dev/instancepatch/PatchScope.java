package dev.instancepatch;

import dev.instancepatch.refusal.Refusals;
import dev.instancepatch.select.Patchability;
import dev.instancepatch.table.MethodId;
import dev.instancepatch.table.PatchRecord;
import dev.instancepatch.table.Patches;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Patches that are undone together: {@code try (var patches = Patch.scope()) { patches.on(a).method(…); }}.
 *
 * <p>Closing puts back what was in force before, for every method patched through the scope and not patched by someone else
 * since. Safe from any thread; patching through a closed scope throws {@link PatchException} with {@link Code#SCOPE_CLOSED}.
 */
public final class PatchScope implements AutoCloseable {
    private final List<Noted> noted = new ArrayList<>(); // guarded by this
    private boolean closed; // guarded by this

    PatchScope() {}

    /**
     * Returns an object's methods, to be patched until the scope closes.
     *
     * @throws PatchException as {@link Patch#on} does
     */
    public <T> PatchTarget<T> on(T object) {
        requireOpen();
        Patchability.check(object);
        return new PatchTarget<>(object, PatchOptions.in(this));
    }

    /** Puts back what was in force before. Does nothing the second time. */
    @Override
    public synchronized void close() {
        closed = true;
        noted.forEach(Noted::undo);
        noted.clear();
    }

    synchronized void requireOpen() {
        if (closed) {
            throw Refusals.scopeClosed();
        }
    }

    /** Notes a patch made through this scope; one that came too late is undone at once. */
    synchronized void note(Object object, PatchRecord patch, @Nullable PatchRecord before) {
        Noted known = find(object, patch.id());
        Noted changed = new Noted(object, patch, known != null && known.patch == before ? known.before : before);
        if (known != null) {
            noted.remove(known);
        }
        if (closed) {
            changed.undo();
        } else {
            noted.add(changed);
        }
    }

    private @Nullable Noted find(Object object, MethodId id) {
        return noted.stream()
                .filter(n -> n.object == object && n.patch.id() == id)
                .findFirst()
                .orElse(null);
    }

    /** One method of one object: our last patch of it, and what was in force before our first. */
    private record Noted(
            Object object, PatchRecord patch, @Nullable PatchRecord before) {
        void undo() {
            Patches.replace(object, patch, before);
        }
    }
}
