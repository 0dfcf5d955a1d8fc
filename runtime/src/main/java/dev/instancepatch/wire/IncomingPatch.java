package dev.instancepatch.wire;

import dev.instancepatch.Origin;
import dev.instancepatch.PatchException;
import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.bridge.Agent;
import dev.instancepatch.bridge.Bridge;
import dev.instancepatch.bridge.OwnCode;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.restore.Linkable;
import dev.instancepatch.restore.ReceivedFunction;
import dev.instancepatch.select.FunctionFit;
import dev.instancepatch.select.Patchability;
import dev.instancepatch.table.LazyFunction;
import dev.instancepatch.table.PatchRecord;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One patch that passed the gate; shared by all objects whose payload it is. */
final class IncomingPatch {
    private final PatchAtGate patch;
    private final Admission admission; // what the gate said, to this patch or to one like it
    private final @Nullable Object[] captured; // filled in while the stream is read; the owner's places stay empty
    private @Nullable LazyFunction shared; // where no captured value differs from object to object
    private @Nullable PatchRecord sharedRecord;

    IncomingPatch(PatchAtGate patch, Admission admission) {
        this.patch = patch;
        this.admission = admission;
        this.captured = new @Nullable Object[patch.head().owner().length];
    }

    /** Returns true if it captured anything but the patched object. */
    boolean capturesValues() {
        for (boolean isOwner : patch.head().owner()) {
            if (!isOwner) {
                return true;
            }
        }
        return false;
    }

    void readCaptured(ObjectInputStream from) throws IOException, ClassNotFoundException {
        for (int i = 0; i < captured.length; i++) {
            if (!isOwner(i)) {
                captured[i] = from.readObject();
            }
        }
    }

    /** Begins to read what the function captured. */
    Arrival arrival() {
        return Arrival.begin(admission.linkable(), admission.own() != null, loader());
    }

    private boolean isOwner(int index) {
        return patch.head().owner()[index];
    }

    /** Returns for example {@code com.acme.Turkey.hi}, for messages. */
    String target() {
        return patch.name();
    }

    /** Returns true if it is another function for each object, since that is captured. */
    boolean isOfEach() {
        for (boolean isOwner : patch.head().owner()) {
            if (isOwner) {
                return true;
            }
        }
        return false;
    }

    /** Returns the patch of an object, whose class is made ready for it; the same one where no function is {@link #isOfEach}. */
    PatchRecord recordFor(Object object) throws RefusedPatchException {
        if (!admission.isReadyFor(object.getClass())) {
            prepare(object);
            admission.readyFor(object.getClass());
        }
        LazyFunction function = function(object);
        PatchRecord known = sharedRecord;
        if (known == null || known.function() != function) {
            known = record(function);
            sharedRecord = function == shared ? known : null;
        }
        return known;
    }

    private void prepare(Object object) throws RefusedPatchException {
        Method method = admission.id().method();
        if (!method.getDeclaringClass().isInstance(object)) {
            throw ReadRefusals.targetMissing(
                    target(), object.getClass().getTypeName(), "that object has no such method in this JVM");
        }
        if (object.getClass() != patch.target().patched()) { // readResolve has chosen it, in this JVM
            Gatekeeper.checkLanding(admission, object.getClass());
        }
        try {
            Patchability.check(object);
            FunctionFit.checkSelf(patch.head().type(), admission.declaredType(), object.getClass());
            Objects.requireNonNull(Bridge.agent()).weave(method, object);
        } catch (PatchException e) {
            throw ReadRefusals.cannotPatch(target(), e);
        }
    }

    private PatchRecord record(LazyFunction function) {
        return new PatchRecord(
                admission.id(),
                patch.head().type(),
                function,
                admission.own() == null ? Origin.BY_VALUE : Origin.OWN_CODE,
                patch.head().reason(),
                patch.voucher().keyId(),
                Instant.now(),
                false);
    }

    private LazyFunction function(Object owner) {
        @Nullable Object[] values = captured.clone();
        boolean mine = false;
        for (int i = 0; i < values.length; i++) {
            if (isOwner(i)) {
                values[i] = owner;
                mine = true;
            }
        }
        if (mine) {
            return new LazyFunction(source(values));
        }
        if (shared == null) {
            shared = new LazyFunction(source(values));
        }
        return shared;
    }

    private Supplier<Object> source(@Nullable Object[] values) {
        OwnCode own = admission.own();
        if (own != null) {
            return own.function(values);
        }
        Agent agent = Objects.requireNonNull(Bridge.agent());
        Class<?> patched = patch.target().patched();
        return new ReceivedFunction(
                new Linkable(patch.bundle(), admission.linkable(), loader(), false),
                values,
                module -> agent.open(patched, module),
                false);
    }

    private ClassLoader loader() {
        return patch.target().loader();
    }
}
