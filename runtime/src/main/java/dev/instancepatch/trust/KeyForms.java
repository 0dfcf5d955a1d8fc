package dev.instancepatch.trust;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The DER of Ed25519 keys (RFC 8410), read by their bytes: a key factory would load a security provider. */
final class KeyForms {
    /** Both a public key and the seed that a private key is made of. */
    static final int KEY_LENGTH = 32;

    private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /** What follows the version of a private key: the algorithm, and two octet strings, one in the other. */
    private static final byte[] SEED_PREFIX = HexFormat.of().parseHex("300506032b657004220420");

    private static final int VERSION_LENGTH = 3;

    private KeyForms() {}

    /** Returns true for the SubjectPublicKeyInfo of an Ed25519 key. */
    static boolean isPublicKey(byte[] der) {
        return der.length == PUBLIC_PREFIX.length + KEY_LENGTH && hasAt(der, 0, PUBLIC_PREFIX);
    }

    /** Returns the seed inside the PKCS #8 form of an Ed25519 key, or null if it is none. */
    static byte @Nullable [] seed(byte[] der) {
        int version = contentAt(der, 0, 0x30);
        if (version < 0 || endOf(der, 0) != der.length || !isVersion(der, version)) {
            return null;
        }
        int seed = version + VERSION_LENGTH + SEED_PREFIX.length;
        int end = seed + KEY_LENGTH;
        boolean isOne = hasAt(der, version + VERSION_LENGTH, SEED_PREFIX) && end <= der.length && endsWell(der, end);
        return isOne ? Arrays.copyOfRange(der, seed, end) : null;
    }

    private static boolean isVersion(byte[] der, int at) {
        return at + VERSION_LENGTH <= der.length
                && der[at] == 2
                && der[at + 1] == 1
                && (der[at + 2] == 0 || der[at + 2] == 1);
    }

    /** Attributes and the public key may follow. Neither is needed: the public key is made from the seed. */
    private static boolean endsWell(byte[] der, int at) {
        int afterAttributes = skip(der, at, 0xa0);
        return skip(der, afterAttributes, 0x81) == der.length;
    }

    private static int skip(byte[] der, int at, int tag) {
        return contentAt(der, at, tag) < 0 ? at : endOf(der, at);
    }

    /** Returns where the content of the value that begins here begins, or -1 if its tag is another. */
    private static int contentAt(byte[] der, int at, int tag) {
        if (at < 0 || at + 2 > der.length || (der[at] & 0xff) != tag) {
            return -1;
        }
        int length = der[at + 1] & 0xff;
        return length < 0x80 ? at + 2 : length == 0x81 ? at + 3 : length == 0x82 ? at + 4 : -1;
    }

    /** Returns where a value ends that has a content. */
    private static int endOf(byte[] der, int at) {
        int content = contentAt(der, at, der[at] & 0xff);
        if (content > der.length) {
            return -1;
        }
        int length = 0;
        for (int i = content == at + 2 ? at + 1 : at + 2; i < content; i++) {
            length = length << 8 | der[i] & 0xff;
        }
        return content + length;
    }

    private static boolean hasAt(byte[] der, int at, byte[] part) {
        return at + part.length <= der.length && Arrays.equals(der, at, at + part.length, part, 0, part.length);
    }
}
