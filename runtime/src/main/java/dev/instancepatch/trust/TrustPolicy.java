package dev.instancepatch.trust;

import dev.instancepatch.RefusedPatchException;

/** The receiver's decision on whom it believes. */
public interface TrustPolicy {
    /** Returns what it is called where verdicts are written down. */
    Verdict.Policy name();

    /** Returns what this JVM trusts, for a message: {@code local code only}. */
    String description();

    /** Returns who answers for something that was received without a signature. */
    Voucher unsigned();

    /**
     * Returns who answers for something that was received with a signature; called before any of it is read.
     *
     * @param seal the signature that came with it
     * @param statement what it has to be a signature of
     * @throws RefusedPatchException if a signature by a key that is trusted does not hold: altered, expired, for somebody else
     */
    Voucher voucher(Seal seal, Statement statement) throws RefusedPatchException;
}
