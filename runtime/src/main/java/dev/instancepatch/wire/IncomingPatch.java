package dev.instancepatch.wire;

import dev.instancepatch.Origin;
import dev.instancepatch.PatchException;
import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.bridge.Agent;
import dev.instancepatch.bridge.Bridge;
import dev.instancepatch.bridge.OwnCode;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.restore.Linkable;
import dev.instancepatch.restore.ReceivedFunction;
import dev.instancepatch.select.FunctionFit;
import dev.instancepatch.select.Patchability;
import dev.instancepatch.table.LazyFunction;
import dev.instancepatch.table.MethodId;
import dev.instancepatch.table.PatchRecord;
import dev.instancepatch.table.Patches;
import dev.instancepatch.trust.Voucher;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.lang.invoke.MethodType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One patch that passed the gate; shared by all objects whose payload it is. */
final class IncomingPatch {
    private final PatchHead head; // what the payload said of it
    private final Target target;
    private final MethodId id; // the method, in this JVM's class
    private final Bundle bundle;
    private final Bundle linkable; // the bundle, or a variant for this JVM
    private final Voucher voucher; // who answers for it
    private final @Nullable OwnCode own; // the same code in this JVM's own class
    private final @Nullable Object[] captured; // filled in while the stream is read; the owner's places stay empty
    private @Nullable LazyFunction shared; // where no captured value differs from object to object
    private @Nullable PatchRecord sharedRecord;
    private @Nullable Class<?> woven; // of the last object that took it: they mostly are of one class

    IncomingPatch(
            PatchHead head,
            Target target,
            MethodId id,
            Bundle bundle,
            Bundle linkable,
            Voucher voucher,
            @Nullable OwnCode own) {
        this.voucher = voucher;
        this.head = head;
        this.target = target;
        this.id = id;
        this.bundle = bundle;
        this.linkable = linkable;
        this.own = own;
        this.captured = new @Nullable Object[head.owner().length];
    }

    PatchHead head() {
        return head;
    }

    Class<?> patched() {
        return target.patched();
    }

    MethodId id() {
        return id;
    }

    Bundle bundle() {
        return bundle;
    }

    Voucher voucher() {
        return voucher;
    }

    /** Returns true if it captured anything but the patched object. */
    boolean capturesValues() {
        for (boolean isOwner : head.owner()) {
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
        return Arrival.begin(linkable, own != null, loader());
    }

    boolean isOwnCode() {
        return own != null;
    }

    boolean isOwner(int index) {
        return head.owner()[index];
    }

    static void applyAll(List<IncomingPatch> patches, Object object) throws RefusedPatchException {
        List<PatchRecord> records = new ArrayList<>();
        for (IncomingPatch patch : patches) {
            records.add(patch.recordFor(object));
        }
        Patches.putAll(object, records);
    }

    /** Returns for example {@code com.acme.Turkey.hi}, for messages. */
    String target() {
        return target.name(head);
    }

    /** Returns the types the function declares; loads the classes they name, as the patched class sees them. */
    MethodType declaredType() {
        return MethodType.fromMethodDescriptorString(bundle.declaredDescriptor(), loader());
    }

    private PatchRecord recordFor(Object object) throws RefusedPatchException {
        if (object.getClass() != woven) {
            prepare(object);
            woven = object.getClass();
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
        if (!id.method().getDeclaringClass().isInstance(object)) {
            throw ReadRefusals.targetMissing(
                    target(), object.getClass().getTypeName(), "that object has no such method in this JVM");
        }
        if (object.getClass() != target.patched()) { // readResolve has chosen it, in this JVM
            Gatekeeper.checkLanding(this, object.getClass());
        }
        try {
            Patchability.check(object);
            FunctionFit.checkSelf(head.type(), declaredType(), object.getClass());
            Objects.requireNonNull(Bridge.agent()).weave(id.method(), object);
        } catch (PatchException e) {
            throw ReadRefusals.cannotPatch(target(), e);
        }
    }

    private PatchRecord record(LazyFunction function) {
        return new PatchRecord(
                id,
                head.type(),
                function,
                own == null ? Origin.BY_VALUE : Origin.OWN_CODE,
                head.reason(),
                voucher.keyId(),
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
        if (own != null) {
            return own.function(values);
        }
        Agent agent = Objects.requireNonNull(Bridge.agent());
        return new ReceivedFunction(
                new Linkable(bundle, linkable, loader(), false),
                values,
                module -> agent.open(target.patched(), module),
                false);
    }

    private ClassLoader loader() {
        return target.loader();
    }
}
