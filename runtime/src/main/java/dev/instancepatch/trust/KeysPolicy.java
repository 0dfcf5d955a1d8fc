package dev.instancepatch.trust;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.refusal.TrustRefusals;
import java.time.Instant;
import java.util.stream.Collectors;

/** Code that a trusted key has signed, and this JVM's own. */
final class KeysPolicy implements TrustPolicy {
    private static final Voucher UNSIGNED = Voucher.nobody("It is not signed.");

    private final KeyRing keys;

    KeysPolicy(KeyRing keys) {
        this.keys = keys;
    }

    @Override
    public Verdict.Policy name() {
        return Verdict.Policy.KEYS;
    }

    @Override
    public String description() {
        return "local code, and what is signed by "
                + keys.keys().stream().map(TrustedKey::id).collect(Collectors.joining(", "));
    }

    @Override
    public Voucher unsigned() {
        return UNSIGNED;
    }

    /**
     * The signature comes first: what stands beside it means nothing before. A signature that a trusted key's holder has not made
     * as it stands there is refused even where the code would need none: somebody tried.
     */
    @Override
    public Voucher voucher(Seal seal, Statement statement) throws RefusedPatchException {
        TrustedKey key = keys.find(seal.key());
        if (key == null) {
            return Voucher.nobody("It is signed by " + seal.keyId() + ", which this JVM does not trust.");
        }
        if (!key.verifies(seal.message(statement), seal.signature())) {
            throw TrustRefusals.signatureInvalid(key.id());
        }
        Instant now = Instant.now();
        Instant until = key.expires();
        if (until != null && !now.isBefore(until)) {
            throw TrustRefusals.keyExpired(key.id(), until);
        }
        if (seal.isExpired(now)) {
            throw TrustRefusals.signatureExpired(key.id(), seal.expiry());
        }
        if (!seal.audience().isEmpty() && !seal.audience().equals(Signing.audience())) {
            throw TrustRefusals.wrongAudience(key.id(), seal.audience(), Signing.audience());
        }
        KnownSeals.remember(statement, seal);
        return Voucher.of(key);
    }
}
