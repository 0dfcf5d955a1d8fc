package dev.instancepatch.wire;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.trust.Audit;
import dev.instancepatch.trust.TrustGate;
import dev.instancepatch.trust.Verdict;
import dev.instancepatch.trust.Voucher;
import org.jspecify.annotations.Nullable;

/**
 * One piece of code on its way through the gate, for the audit.
 *
 * @param kind what it is
 * @param target what it is for
 * @param code its identity
 * @param key the id of the key that signed it, or says so; null if nobody did
 * @param origin the class of the stream
 */
record Audited(
        Verdict.Kind kind,
        String target,
        String code,
        @Nullable String key,
        String origin) {
    void accepted(boolean own, Voucher voucher) {
        Audit.accepted(verdict(own, voucher));
    }

    /** Returns what is said if it passes. */
    Verdict verdict(boolean own, Voucher voucher) {
        Verdict.Basis basis = own ? Verdict.Basis.OWN_CODE : TrustGate.basis(voucher);
        return new Verdict(kind, target, code, TrustGate.policy().name(), basis, voucher.keyId(), origin);
    }

    RefusedPatchException refused(RefusedPatchException refusal) {
        Audit.refused(new Verdict(kind, target, code, TrustGate.policy().name(), null, key, origin), refusal.code());
        return refusal;
    }
}
