package dev.instancepatch.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The call site {@code (self) -> table or null} of a class that has no slot, though its objects may: an interface, or a class that
 * was loaded before the agent. Tests on the classes that turned out to own the slot, each with a field read behind it (0.3 ns
 * for an unpatched object); the rest are looked up (5 ns).
 */
final class SlotSite extends MutableCallSite {
    private static final int DEPTH = 4;

    private final MethodId id;
    private final MethodHandle unknown;
    private volatile List<Class<?>> owners = List.of(); // changed under this site's lock

    SlotSite(MethodId id, MethodType type) {
        super(type);
        this.id = id;
        unknown = Own.NO_SLOT_KNOWN.bindTo(this).asType(type);
        setTarget(unknown);
    }

    static @Nullable Object noSlotKnown(SlotSite site, Object self) {
        Class<?> owner = Slots.owner(self.getClass());
        if (owner != null && site.owners.size() < DEPTH && site.id.outlivedBy(owner)) {
            site.learn(owner);
        }
        // A slot says all itself: who copied an object's fields without our hooks told no watch.
        return owner != null || Watch.mayHave(self, site.id.number()) ? Slots.table(self) : null;
    }

    private synchronized void learn(Class<?> owner) {
        if (owners.size() < DEPTH && !owners.contains(owner)) {
            List<Class<?>> known = new ArrayList<>(owners);
            known.add(owner);
            owners = List.copyOf(known);
            setTarget(chain());
        }
    }

    private MethodHandle chain() {
        MethodHandle chain = unknown;
        for (Class<?> owner : owners) {
            MethodHandle reader = Slots.reader(owner);
            MethodHandle known = Own.IS_INSTANCE.bindTo(owner).asType(type().changeReturnType(boolean.class));
            chain = MethodHandles.guardWithTest(known, reader.asType(type()), chain);
        }
        return chain;
    }
}
