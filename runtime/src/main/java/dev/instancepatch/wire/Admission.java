package dev.instancepatch.wire;

import dev.instancepatch.bridge.OwnCode;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.table.MethodId;
import dev.instancepatch.trust.Verdict;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** That a patch passed the gate, and as what; the same for all that {@link PatchAtGate#isDecidedAs} it. */
final class Admission {
    private final PatchAtGate patch;
    private final MethodId id;
    private final Bundle linkable;
    private final @Nullable OwnCode own;
    private final MethodType declaredType;
    private final Verdict verdict;
    private volatile @Nullable Class<?> woven; // of the last object that took it: they mostly are of one class

    /**
     * Makes one.
     *
     * @param id the method, in this JVM's class
     * @param linkable the bundle, or a variant for this JVM
     * @param own the same code in this JVM's own class
     * @param declaredType the types that the function declares, as the patched class sees them
     * @param verdict what the audit says
     */
    Admission(
            PatchAtGate patch,
            MethodId id,
            Bundle linkable,
            @Nullable OwnCode own,
            MethodType declaredType,
            Verdict verdict) {
        this.patch = patch;
        this.id = id;
        this.linkable = linkable;
        this.own = own;
        this.declaredType = declaredType;
        this.verdict = verdict;
    }

    PatchAtGate patch() {
        return patch;
    }

    MethodId id() {
        return id;
    }

    Bundle linkable() {
        return linkable;
    }

    @Nullable
    OwnCode own() {
        return own;
    }

    MethodType declaredType() {
        return declaredType;
    }

    Verdict verdict() {
        return verdict;
    }

    /** Returns true if objects of a class can have it: the class takes it, and is woven. */
    boolean isReadyFor(Class<?> type) {
        return woven == type;
    }

    void readyFor(Class<?> type) {
        woven = type;
    }
}
