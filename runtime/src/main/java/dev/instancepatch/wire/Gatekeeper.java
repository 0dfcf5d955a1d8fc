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

    static IncomingPatch pass(PatchHead head, Target target, Bundle bundle, Voucher voucher, String origin)
            throws RefusedPatchException {
        Audited audited = new Audited(Verdict.Kind.PATCH, target.name(head), identity(bundle), voucher.keyId(), origin);
        try {
            IncomingPatch patch = checked(head, target, bundle, voucher, audited);
            audited.accepted(patch.isOwnCode(), voucher);
            return patch;
        } catch (RefusedPatchException refusal) {
            throw audited.refused(refusal);
        }
    }

    private static IncomingPatch checked(PatchHead head, Target target, Bundle bundle, Voucher voucher, Audited audited)
            throws RefusedPatchException {
        String name = audited.target();
        String hash = audited.code();
        checkShape(head, bundle, name);
        TrustGate.checkTarget(target.patched(), name, voucher);
        MethodId id = method(head, target);
        Agent agent = Objects.requireNonNull(Bridge.agent());
        OwnCode own = agent.ownCode(bundle, target.loader());
        if (own == null) {
            TrustGate.check(bundle, hash, name, voucher);
            admit(bundle, target.loader(), name, voucher);
        }
        Bundle linkable = own == null ? agent.usingOwn(bundle, target.loader()) : bundle;
        IncomingPatch patch = new IncomingPatch(head, target, id, bundle, linkable, voucher, own);
        checkFit(patch, hash);
        checkOwn(patch, target.patched(), hash);
        return patch;
    }

    /** Code that is trusted still has to be what the JVM can run. */
    private static void admit(Bundle bundle, ClassLoader target, String use, Voucher voucher)
            throws RefusedPatchException {
        Verification.check(bundle.contentHash(), bundle::allClasses);
        RequiredReferences.check(bundle, target, use);
        Unvouched.note(bundle, voucher);
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
            admit(bundle, target, audited.target(), voucher);
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
    static void checkLanding(IncomingPatch patch, Class<?> landed) throws RefusedPatchException {
        String key = patch.voucher().keyId();
        if (key != null && !landed.getName().equals(patch.patched().getName())) {
            throw TrustRefusals.otherTarget(patch.target(), patch.patched().getName(), landed.getName(), key);
        }
        TrustGate.checkTarget(landed, patch.target(), patch.voucher());
        checkOwn(patch, landed, Objects.requireNonNull(Bridge.agent()).identity(patch.bundle()));
    }

    private static void checkOwn(IncomingPatch patch, Class<?> object, String hash) throws RefusedPatchException {
        if (patch.isOwnCode()
                && !patch.voucher().vouches()
                && !FunctionFit.isExact(patch.id().method(), patch.head().type(), patch.declaredType(), object)) {
            throw ReadRefusals.ownCodeDoesNotFit(hash, patch.bundle().host().binaryName(), patch.target());
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

    private static void checkFit(IncomingPatch patch, String hash) throws RefusedPatchException {
        FunctionInterface type = patch.head().type();
        try {
            MethodType declared = patch.declaredType();
            FunctionFit.check(patch.id().method(), type, declared);
            FunctionFit.checkSelf(type, declared, patch.patched());
        } catch (PatchException e) {
            throw ReadRefusals.doesNotFit(hash, patch.bundle().host().binaryName(), patch.target(), e);
        } catch (TypeNotPresentException e) {
            throw ReadRefusals.missingReference(patch.bundle().host().binaryName(), patch.target(), e.typeName(), e);
        }
    }
}
