package dev.instancepatch.wire;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.restore.StaticValues;
import dev.instancepatch.trust.Seal;
import dev.instancepatch.trust.Statement;
import dev.instancepatch.trust.TrustGate;
import dev.instancepatch.trust.Voucher;
import java.io.ObjectInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for what a stream holds. A stream that is part of something which was signed needs nothing more; one that an object in it
 * opens by itself is another stream.
 */
final class Vouching {
    private static final Statement NOTHING = Statement.of("nothing");

    private Vouching() {}

    /** Makes a statement of what was read. */
    interface Stated {
        /** Makes it. */
        Statement make() throws RefusedPatchException;
    }

    /**
     * Returns who answers for something.
     *
     * @param seal the signature that came with it, if one did
     * @param statement what it has to be a signature of; made only if there is one
     */
    static Voucher of(ObjectInputStream in, @Nullable Seal seal, Stated statement) throws RefusedPatchException {
        if (StaticValues.isReading(in)) {
            return Voucher.EVERYONE; // the values are part of code that passed the gate
        }
        Voucher around = Arrival.voucher(in);
        if (around != null && (around.vouches() || seal == null)) {
            return around;
        }
        return TrustGate.policy().voucher(seal, seal == null ? NOTHING : statement.make());
    }

    /** Returns who answers for something without a signature of its own. */
    static Voucher of(ObjectInputStream in) throws RefusedPatchException {
        return of(in, null, () -> NOTHING);
    }
}
