package dev.instancepatch.wire;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.bridge.Agent;
import dev.instancepatch.bridge.Bridge;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ClassUnit;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.restore.UnitLoaders;
import dev.instancepatch.trust.Voucher;
import java.io.ObjectInputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A function whose captured values this thread is reading: it decides which class a class that travels is here. Objects of the
 * function's own by-value classes are of those classes, and all others of this JVM's own, where it has the same.
 */
final class Arrival {
    private static final ThreadLocal<@Nullable Arrival> CURRENT = new ThreadLocal<>();

    private final @Nullable Arrival outer;
    private final ClassLoader target;
    private final boolean own;
    private final Set<ClassUnit> units; // those that will be defined here, or are
    private final @Nullable ObjectInputStream stream; // one of its own, for which somebody answers or nobody
    private final @Nullable Voucher voucher;

    private Arrival(
            ClassLoader target,
            boolean own,
            Set<ClassUnit> units,
            @Nullable ObjectInputStream stream,
            @Nullable Voucher voucher) {
        this.outer = CURRENT.get();
        this.target = target;
        this.own = own;
        this.units = units;
        this.stream = stream;
        this.voucher = voucher;
    }

    /** Begins to read what a function captured; the gate has let it pass. */
    static Arrival begin(Bundle bundle, boolean own, ClassLoader target) {
        return new Arrival(target, own, own ? Set.of() : bundle.units(), null, null).begun();
    }

    /** Begins to read a graph whose classes a loader finds, and which somebody answers for as a whole. */
    static Arrival at(ClassLoader loader, ObjectInputStream stream, Voucher voucher) {
        return new Arrival(loader, true, Set.of(), stream, voucher).begun();
    }

    private Arrival begun() {
        CURRENT.set(this);
        return this;
    }

    /** Returns who answers for all of a stream that this thread is reading, or null if that is no stream of its own. */
    static @Nullable Voucher voucher(ObjectInputStream in) {
        for (Arrival each = CURRENT.get(); each != null; each = each.outer) {
            if (each.stream == in) {
                return each.voucher;
            }
        }
        return null;
    }

    /** Returns true while this thread reads what a function captured whose code is not this JVM's own. */
    static boolean isOfForeignCode() {
        Arrival current = CURRENT.get();
        return current != null && !current.own;
    }

    /** Returns the loader whose classes what is being read may name. */
    static ClassLoader target() {
        Arrival current = CURRENT.get();
        return current == null ? ApplicationLoader.orSystem(ApplicationLoader.nearest()) : current.target;
    }

    void end() {
        CURRENT.set(outer);
    }

    /**
     * Returns the class of this name that a stream brought along.
     *
     * @throws RefusedPatchException if this JVM does not have it and does not trust it
     */
    static Class<?> classOf(
            ClassUnit unit, Voucher voucher, String origin, String name, @Nullable Class<?> found, boolean mayLook)
            throws RefusedPatchException, ClassNotFoundException {
        Arrival current = CURRENT.get();
        ClassLoader target = target();
        if (unit.exported().stream().noneMatch(image -> image.binaryName().equals(name))) {
            throw ReadRefusals.malformedPayload("the class " + name + " is not among those that came with it", null);
        }
        if (current == null || !current.units.contains(unit)) {
            Class<?> here = found == null && mayLook ? here(name, target) : found;
            Agent agent = Bridge.agent();
            ClassLoader own = here == null ? null : here.getClassLoader();
            if (here != null && own != null && agent != null && agent.isOwn(unit, own)) {
                return here;
            }
            Gatekeeper.pass(unit, name, voucher, origin);
        }
        return defined(unit, name, target);
    }

    private static Class<?> defined(ClassUnit unit, String name, ClassLoader target)
            throws RefusedPatchException, ClassNotFoundException {
        try {
            return UnitLoaders.classOf(unit, name, target);
        } catch (LinkageError e) {
            throw ReadRefusals.cannotDefine(name, e);
        }
    }

    /** Returns the class of this name that the function being read brought along, or null. */
    static @Nullable Class<?> broughtAlong(String name) throws RefusedPatchException {
        Arrival current = CURRENT.get();
        if (current == null) {
            return null;
        }
        for (ClassUnit unit : current.units) {
            if (unit.exported().stream().anyMatch(image -> image.binaryName().equals(name))) {
                try {
                    return defined(unit, name, current.target);
                } catch (ClassNotFoundException impossible) {
                    return null;
                }
            }
        }
        return null;
    }

    private static @Nullable Class<?> here(String name, ClassLoader target) {
        try {
            return Class.forName(name, false, target);
        } catch (ClassNotFoundException | LinkageError none) {
            return null;
        }
    }
}
