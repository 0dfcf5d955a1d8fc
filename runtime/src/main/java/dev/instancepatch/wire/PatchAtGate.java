package dev.instancepatch.wire;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.trust.TrustGate;
import dev.instancepatch.trust.Voucher;

/**
 * A patch in front of the gate, with all that decides whether it may pass.
 *
 * @param head what the payload says of it
 * @param target what it is for, in this JVM's classes
 * @param bundle its function's code
 * @param voucher who answers for it
 * @param origin the class of the stream
 * @param rules what the receiver was told, see {@link TrustGate#rules}
 */
record PatchAtGate(PatchHead head, Target target, Bundle bundle, Voucher voucher, String origin, Object rules) {
    static PatchAtGate of(PatchOnWire wire, Bundle bundle, Voucher voucher, String origin) {
        return new PatchAtGate(wire.head(), wire.target(), bundle, voucher, origin, TrustGate.rules());
    }

    /**
     * Returns true if the answer to both is the same. Captured values and the reason count for nothing; the very same bundle is
     * asked for, which {@link dev.instancepatch.code.KnownBundles} gives for the same bytes.
     */
    boolean isDecidedAs(PatchAtGate other) {
        return bundle == other.bundle
                && rules == other.rules
                && target.equals(other.target)
                && voucher.answersAs(other.voucher)
                && head.type() == other.head.type()
                && head.owner().length == other.head.owner().length
                && head.name().equals(other.head.name())
                && head.descriptor().equals(other.head.descriptor())
                && origin.equals(other.origin);
    }

    /** Returns for example {@code com.acme.Turkey.hi}, for messages. */
    String name() {
        return target.name(head);
    }
}
