package dev.instancepatch.wire;

import dev.instancepatch.PatchException;
import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.bridge.Agent;
import dev.instancepatch.bridge.Bridge;
import dev.instancepatch.bridge.OwnCode;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.BundleCodec;
import dev.instancepatch.code.MalformedBundleException;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.restore.TrustGate;
import dev.instancepatch.select.FunctionFit;
import dev.instancepatch.table.FunctionInterface;
import dev.instancepatch.table.MethodId;
import java.lang.invoke.MethodType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes what a payload says of a patch to the gate, in this order: shape, target, own code or trust, types. */
final class Gatekeeper {
    private Gatekeeper() {}

    static IncomingPatch pass(PatchHead head, Class<?> declaring, @Nullable Object encoded)
            throws RefusedPatchException {
        Bundle bundle = decode(encoded);
        String target = declaring.getTypeName() + "." + head.name();
        checkShape(head, bundle, target);
        TrustGate.checkTarget(declaring, target);
        MethodId id = target(head, declaring, target);
        Agent agent = Objects.requireNonNull(Bridge.agent());
        String hash = agent.identity(bundle);
        OwnCode own = agent.ownCode(bundle, declaring.getClassLoader());
        if (own == null) {
            TrustGate.check(bundle, hash, target);
        }
        IncomingPatch patch = new IncomingPatch(head, id, bundle, own);
        checkFit(patch, hash);
        return patch;
    }

    private static Bundle decode(@Nullable Object encoded) throws RefusedPatchException {
        byte[] bytes = encoded instanceof BundleBytes carried ? carried.bytes() : null;
        if (bytes == null) {
            throw ReadRefusals.malformedPayload("the code is not where it belongs", null);
        }
        try {
            return BundleCodec.decode(bytes);
        } catch (MalformedBundleException e) {
            throw ReadRefusals.malformedPayload("the code is no bundle: " + e.getMessage(), e);
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

    private static MethodId target(PatchHead head, Class<?> declaring, String target) throws RefusedPatchException {
        MethodId id = MethodId.of(declaring, head.name(), head.descriptor());
        if (id == null) {
            throw ReadRefusals.targetMissing(
                    target + head.descriptor(), declaring.getTypeName(), "this JVM's class declares no such method");
        }
        return id;
    }

    private static void checkFit(IncomingPatch patch, String hash) throws RefusedPatchException {
        FunctionInterface type = patch.head().type();
        try {
            MethodType declared = patch.declaredType();
            FunctionFit.check(patch.id().method(), type, declared);
        } catch (PatchException e) {
            throw ReadRefusals.doesNotFit(hash, patch.bundle().host().binaryName(), patch.target(), e);
        } catch (TypeNotPresentException e) {
            throw ReadRefusals.missingReference(patch.bundle().host().binaryName(), patch.target(), e.typeName(), e);
        }
    }
}
