package dev.instancepatch.trust;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sender's public key that this JVM trusts, and for what. Safe from any thread. */
public final class TrustedKey {
    private final byte[] der;
    private final Scope scope;
    private final PemBlock source;
    private volatile @Nullable Long fingerprint;
    private volatile @Nullable PublicKey key;

    TrustedKey(byte[] der, Scope scope, PemBlock source) {
        this.der = der;
        this.scope = scope;
        this.source = source;
    }

    /** Returns what its file calls it, otherwise its fingerprint in hexadecimal digits. */
    public String id() {
        String named = scope.id();
        return named == null ? HexFormat.of().toHexDigits(fingerprint()) : named;
    }

    /** Returns the first eight bytes of the SHA-256 of its SubjectPublicKeyInfo. */
    public long fingerprint() {
        Long known = fingerprint;
        if (known == null) {
            known = Ed25519.fingerprint(der);
            fingerprint = known;
        }
        return known;
    }

    /** Returns the patterns of the classes whose objects it may patch, as {@code com.acme.*}; none means all. */
    public List<String> targets() {
        return scope.targets();
    }

    /** Returns true if it may patch objects of this class. */
    public boolean mayPatch(String binaryClassName) {
        return targets().isEmpty() || Targets.include(targets(), binaryClassName);
    }

    /** Returns from when on it is good for nothing, or null if that is never. */
    public @Nullable Instant expires() {
        return scope.expires();
    }

    /** Returns true if classes that it signed may have methods that Java serialization calls. */
    public boolean allowsSerializationMethods() {
        return scope.serializationMethods();
    }

    /** Returns true if this is the signature of this content by this key; false whatever else it is. */
    public boolean verifies(byte[] content, byte[] signature) {
        if (signature.length != Ed25519.SIGNATURE_LENGTH) {
            return false;
        }
        try {
            return Ed25519.verifies(key(), content, signature);
        } catch (GeneralSecurityException | RuntimeException wrong) {
            return false;
        }
    }

    private PublicKey key() throws GeneralSecurityException {
        PublicKey made = key;
        if (made == null) {
            made = Ed25519.publicKey(der);
            key = made;
        }
        return made;
    }

    boolean isSameKey(TrustedKey other) {
        return Arrays.equals(der, other.der);
    }

    Scope scope() {
        return scope;
    }

    PemBlock source() {
        return source;
    }

    @Override
    public String toString() {
        return "TrustedKey[" + id() + "]";
    }
}
