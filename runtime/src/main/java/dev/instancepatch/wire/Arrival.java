package dev.instancepatch.wire;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.bridge.Agent;
import dev.instancepatch.bridge.Bridge;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ClassUnit;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.restore.TrustGate;
import dev.instancepatch.restore.UnitLoaders;
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
    private final Set<ClassUnit> units; // those that will be defined here, or are

    private Arrival(@Nullable Arrival outer, ClassLoader target, Set<ClassUnit> units) {
        this.outer = outer;
        this.target = target;
        this.units = units;
    }

    /** Begins to read what a function captured; the gate has let it pass. */
    static Arrival begin(Bundle bundle, boolean own, ClassLoader target) {
        Arrival arrival = new Arrival(CURRENT.get(), target, own ? Set.of() : bundle.units());
        CURRENT.set(arrival);
        return arrival;
    }

    void end() {
        CURRENT.set(outer);
    }

    /**
     * Returns the class of this name that a stream brought along.
     *
     * @throws RefusedPatchException if this JVM does not have it and does not trust it
     */
    static Class<?> classOf(ClassUnit unit, String name) throws RefusedPatchException, ClassNotFoundException {
        Arrival current = CURRENT.get();
        ClassLoader target = current == null ? ApplicationLoader.orSystem(ApplicationLoader.nearest()) : current.target;
        if (unit.exported().stream().noneMatch(image -> image.binaryName().equals(name))) {
            throw ReadRefusals.malformedPayload("the class " + name + " is not among those that came with it", null);
        }
        if (current == null || !current.units.contains(unit)) {
            Agent agent = Bridge.agent();
            if (agent != null && agent.isOwn(unit, target)) {
                return Class.forName(name, false, target);
            }
            TrustGate.check(unit, agent == null ? unit.contentHash() : agent.identity(unit));
        }
        return UnitLoaders.classOf(unit, name, target);
    }
}
