package dev.instancepatch.wire;

import dev.instancepatch.PatchException;
import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.bridge.Agent;
import dev.instancepatch.bridge.Bridge;
import dev.instancepatch.bridge.OwnCode;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ClassUnit;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.refusal.TrustRefusals;
import dev.instancepatch.restore.Linkable;
import dev.instancepatch.restore.RequiredReferences;
import dev.instancepatch.restore.StaticValues;
import dev.instancepatch.select.FunctionFit;
import dev.instancepatch.table.FunctionInterface;
import dev.instancepatch.table.MethodId;
import dev.instancepatch.trust.Audit;
import dev.instancepatch.trust.TrustGate;
import dev.instancepatch.trust.Unvouched;
import dev.instancepatch.trust.Verdict;
import dev.instancepatch.trust.Voucher;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.Objects;

/**
 * Takes what was received to the gate, in this order: shape, target, own code or trust, the class files, what they need, types. Whose
 * signature it is was asked before, and captured values are read after.
 */
final class Gatekeeper {
    private Gatekeeper() {}

    static IncomingPatch pass(PatchAtGate patch) throws RefusedPatchException {
        Admission admission = Admissions.find(patch);
        if (admission == null) {
            admission = admit(patch);
            Admissions.keep(admission);
        }
        if (admission.own() == null) {
            Unvouched.note(patch.bundle(), patch.voucher()); // each time: this JVM may sign only now
        }
        Audit.accepted(admission.verdict());
        return new IncomingPatch(patch, admission);
    }

    private static Admission admit(PatchAtGate patch) throws RefusedPatchException {
        Audited audited = new Audited(
                Verdict.Kind.PATCH,
                patch.name(),
                identity(patch.bundle()),
                patch.voucher().keyId(),
                patch.origin());
        try {
            return checked(patch, audited);
        } catch (RefusedPatchException refusal) {
            throw audited.refused(refusal);
        }
    }

    private static Admission checked(PatchAtGate patch, Audited audited) throws RefusedPatchException {
        Target target = patch.target();
        Bundle bundle = patch.bundle();
        Voucher voucher = patch.voucher();
        String hash = audited.code();
        checkShape(patch.head(), bundle, audited.target());
        TrustGate.checkTarget(target.patched(), audited.target(), voucher);
        MethodId id = method(patch.head(), target);
        Agent agent = Objects.requireNonNull(Bridge.agent());
        OwnCode own = agent.ownCode(bundle, target.loader());
        if (own == null) {
            TrustGate.check(bundle, hash, audited.target(), voucher);
            admit(bundle, target.loader(), audited.target());
        }
        Bundle linkable = own == null ? agent.usingOwn(bundle, target.loader()) : bundle;
        MethodType declared = fit(patch, id, hash);
        if (own != null) {
            checkOwn(patch, id, declared, target.patched(), hash);
        }
        return new Admission(patch, id, linkable, own, declared, audited.verdict(own != null, voucher));
    }

    /** Code that is trusted still has to be what the JVM can run. */
    private static void admit(Bundle bundle, ClassLoader target, String use) throws RefusedPatchException {
        Verification.check(bundle.contentHash(), bundle::allClasses);
        RequiredReferences.check(bundle, target, use);
    }

    private static String identity(Bundle bundle) {
        Agent agent = Bridge.agent();
        return agent == null ? bundle.contentHash() : agent.identity(bundle);
    }

    /** Takes a function of any interface to the gate: shape, own code or trust. */
    static IncomingFunction pass(Bundle bundle, int captured, ClassLoader target, Voucher voucher, String origin)
            throws RefusedPatchException {
        Audited audited = new Audited(
                Verdict.Kind.FUNCTION,
                bundle.interfaceName().replace('/', '.'),
                identity(bundle),
                voucher.keyId(),
                origin);
        try {
            IncomingFunction function = checked(bundle, captured, target, voucher, audited);
            audited.accepted(function.isOwnCode(), voucher);
            return function;
        } catch (RefusedPatchException refusal) {
            throw audited.refused(refusal);
        }
    }

    private static IncomingFunction checked(
            Bundle bundle, int captured, ClassLoader target, Voucher voucher, Audited audited)
            throws RefusedPatchException {
        if (bundle.capturedCount() != captured) {
            throw ReadRefusals.malformedPayload(
                    "the code of " + bundle.host().binaryName() + " captures another number of values", null);
        }
        Agent agent = Bridge.agent();
        boolean isNested = StaticValues.areBeingRead() || Arrival.isOfForeignCode();
        OwnCode own =
                agent == null || isNested ? null : agent.ownCode(bundle, target); // it is who calls that knows types
        if (own == null) {
            TrustGate.checkFunction(bundle, audited.code(), voucher);
            admit(bundle, target, audited.target());
            Unvouched.note(bundle, voucher);
        }
        Bundle linkable = own == null && agent != null ? agent.usingOwn(bundle, target) : bundle;
        return new IncomingFunction(bundle, new Linkable(bundle, linkable, target, isNested), own);
    }

    /** Takes classes to the gate of which objects are read. */
    static void pass(ClassUnit unit, String name, Voucher voucher, String origin) throws RefusedPatchException {
        Agent agent = Bridge.agent();
        String hash = agent == null ? unit.contentHash() : agent.identity(unit);
        Audited audited = new Audited(Verdict.Kind.CLASS, name, hash, voucher.keyId(), origin);
        try {
            TrustGate.check(unit, hash, voucher);
            Verification.check(unit.contentHash(), unit::allClasses);
            Unvouched.note(unit, voucher);
            audited.accepted(false, voucher);
        } catch (RefusedPatchException refusal) {
            throw audited.refused(refusal);
        }
    }

    /** Checks what {@link #pass} could not know: the class of an object that something else was read in the place of. */
    static void checkLanding(Admission admission, Class<?> landed) throws RefusedPatchException {
        PatchAtGate patch = admission.patch();
        String key = patch.voucher().keyId();
        String expected = patch.target().patched().getName();
        if (key != null && !landed.getName().equals(expected)) {
            throw TrustRefusals.otherTarget(patch.name(), expected, landed.getName(), key);
        }
        TrustGate.checkTarget(landed, patch.name(), patch.voucher());
        if (admission.own() != null) {
            checkOwn(patch, admission.id(), admission.declaredType(), landed, identity(patch.bundle()));
        }
    }

    private static void checkOwn(PatchAtGate patch, MethodId id, MethodType declared, Class<?> object, String hash)
            throws RefusedPatchException {
        if (!patch.voucher().vouches()
                && !FunctionFit.isExact(id.method(), patch.head().type(), declared, object)) {
            throw ReadRefusals.ownCodeDoesNotFit(hash, patch.bundle().host().binaryName(), patch.name());
        }
    }

    private static void checkShape(PatchHead head, Bundle bundle, String target) throws RefusedPatchException {
        if (!bundle.interfaceName().equals(head.type().type().getName().replace('.', '/'))) {
            throw ReadRefusals.malformedPayload("the code for " + target + " has another interface", null);
        }
        if (bundle.capturedCount() != head.owner().length) {
            throw ReadRefusals.malformedPayload("the code for " + target + " captures another number of values", null);
        }
        if (bundle.functionParameterCount() != head.type().methodType().parameterCount()) {
            throw ReadRefusals.malformedPayload("the code for " + target + " takes another number of arguments", null);
        }
    }

    private static MethodId method(PatchHead head, Target target) throws RefusedPatchException {
        MethodId id;
        try {
            id = target.declaring().isAssignableFrom(target.patched())
                    ? MethodId.of(target.declaring(), head.name(), head.descriptor())
                    : null;
        } catch (LinkageError e) {
            throw ReadRefusals.missingReference(
                    target.declaring().getTypeName(), target.name(head), String.valueOf(e.getMessage()), e);
        }
        if (id == null) {
            throw ReadRefusals.targetMissing(
                    target.name(head) + head.descriptor(),
                    target.patched().getTypeName(),
                    "this JVM's class has no such method");
        }
        int modifiers = id.method().getModifiers();
        if (Modifier.isStatic(modifiers) || Modifier.isAbstract(modifiers) || Modifier.isNative(modifiers)) {
            throw ReadRefusals.targetMissing(
                    target.name(head) + head.descriptor(),
                    target.patched().getTypeName(),
                    "this JVM's method is static, abstract or native");
        }
        return id;
    }

    /** Returns the types the function declares; loads the classes they name, as the patched class sees them. */
    private static MethodType fit(PatchAtGate patch, MethodId id, String hash) throws RefusedPatchException {
        FunctionInterface type = patch.head().type();
        String host = patch.bundle().host().binaryName();
        try {
            MethodType declared = MethodType.fromMethodDescriptorString(
                    patch.bundle().declaredDescriptor(), patch.target().loader());
            FunctionFit.check(id.method(), type, declared);
            FunctionFit.checkSelf(type, declared, patch.target().patched());
            return declared;
        } catch (PatchException e) {
            throw ReadRefusals.doesNotFit(hash, host, patch.name(), e);
        } catch (TypeNotPresentException e) {
            throw ReadRefusals.missingReference(host, patch.name(), e.typeName(), e);
        }
    }
}
