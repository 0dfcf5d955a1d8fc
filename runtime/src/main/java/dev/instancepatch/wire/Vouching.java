package dev.instancepatch.wire;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.restore.StaticValues;
import dev.instancepatch.trust.Seal;
import dev.instancepatch.trust.Statement;
import dev.instancepatch.trust.TrustGate;
import dev.instancepatch.trust.Verdict;
import dev.instancepatch.trust.Voucher;
import java.io.ObjectInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for what a stream holds. A stream that is part of something which was signed needs nothing more; one that an object in it
 * opens by itself is another stream.
 */
final class Vouching {
    private Vouching() {}

    /** Makes a statement of what was read. */
    interface Stated {
        /** Makes it. */
        Statement make() throws RefusedPatchException;
    }

    /**
     * Returns who answers for something that came with a seal or without.
     *
     * @param statement what the seal has to be a signature of; made only if there is one
     * @param kind what it is, for the audit of a seal that does not hold
     * @param target what it is for, for the same
     */
    static Voucher of(ObjectInputStream in, @Nullable Seal seal, Stated statement, Verdict.Kind kind, String target)
            throws RefusedPatchException {
        if (seal == null) {
            return of(in);
        }
        Voucher around = around(in);
        if (around != null && around.vouches()) {
            return around;
        }
        return TrustGate.voucher(
                seal, statement.make(), kind, target, in.getClass().getName());
    }

    /** Returns who answers for something without a seal of its own. */
    static Voucher of(ObjectInputStream in) throws RefusedPatchException {
        Voucher around = around(in);
        return around == null ? TrustGate.policy().unsigned() : around;
    }

    private static @Nullable Voucher around(ObjectInputStream in) {
        if (StaticValues.isReading(in)) {
            return TrustGate.policy() == TrustGate.ALL ? Voucher.EVERYONE : Voucher.PART_OF_CODE;
        }
        return Arrival.voucher(in);
    }
}
