package dev.instancepatch.trust;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ClassUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Received code that nobody answers for but {@code trust=all}. This JVM runs it, and does not sign it: who relays code must not make
 * it more trusted than it was. Kept only where something is signed, and for good: once there is too much to remember, nothing is signed any more.
 */
public final class Unvouched {
    private static final int MAX_REMEMBERED = 100_000;

    private static final Set<String> HASHES = ConcurrentHashMap.newKeySet();

    private static volatile boolean overflown;

    private Unvouched() {}

    /** Notes who answers for a bundle that has passed the gate. */
    public static void note(Bundle bundle, Voucher voucher) {
        if (isUnvouched(voucher)) {
            add(bundle.contentHash());
            bundle.units().forEach(unit -> add(unit.contentHash()));
        }
    }

    /** Notes who answers for a unit that has passed the gate. */
    public static void note(ClassUnit unit, Voucher voucher) {
        if (isUnvouched(voucher)) {
            ClassUnit.closure(Set.of(unit)).forEach(each -> add(each.contentHash()));
        }
    }

    /** Notes code that received code has written: nobody answers for it who does not answer for that. */
    public static void derive(Bundle written, String writerHash) {
        if (HASHES.contains(writerHash)) {
            add(written.contentHash());
        }
    }

    private static boolean isUnvouched(Voucher voucher) {
        return voucher == Voucher.EVERYONE && Signing.isOn();
    }

    private static void add(String hash) {
        if (HASHES.size() < MAX_REMEMBERED) {
            HASHES.add(hash);
        } else {
            overflown = true;
        }
    }

    /** Returns true for code that must not be signed here, or leads to such. */
    public static boolean includes(Bundle bundle) {
        return includes(bundle.contentHash())
                || (!HASHES.isEmpty() && bundle.units().stream().anyMatch(unit -> includes(unit.contentHash())));
    }

    /** Returns true for code that must not be signed here. */
    public static boolean includes(String contentHash) {
        return overflown || HASHES.contains(contentHash);
    }
}
