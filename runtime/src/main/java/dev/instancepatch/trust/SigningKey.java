package dev.instancepatch.trust;

import dev.instancepatch.refusal.KeyRefusals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The private key that this JVM signs with. Nothing that it returns or says leads to the key itself. Safe from any thread. */
public final class SigningKey {
    private static final String PRIVATE_KEY = "PRIVATE KEY";

    private final byte[] seed;
    private final boolean exposed;
    private volatile @Nullable KeyPair pair;
    private volatile @Nullable Long fingerprint; // asked for with each signature

    private SigningKey(byte[] seed, boolean exposed) {
        this.seed = seed;
        this.exposed = exposed;
    }

    /**
     * Reads the PEM file of a private key (PKCS #8), such as {@code openssl genpkey -algorithm ed25519} writes.
     *
     * @throws dev.instancepatch.PatchException with {@code BAD_KEY}, naming file and line, and nothing of the key
     */
    public static SigningKey read(Path privateKeyFile) {
        PemBlock block = privateKey(privateKeyFile);
        byte[] seed = KeyForms.seed(block.content());
        if (seed == null) {
            throw KeyRefusals.otherKey(block.file(), block.line(), PRIVATE_KEY);
        }
        return new SigningKey(seed, isReadableByOthers(privateKeyFile));
    }

    private static PemBlock privateKey(Path file) {
        PemBlock found = null;
        for (PemBlock block : PemFile.read(file).blocks()) {
            if (block.label().equals("ENCRYPTED PRIVATE KEY")) {
                throw KeyRefusals.encryptedKey(file, block.line());
            }
            if (!block.label().equals(PRIVATE_KEY)) {
                throw KeyRefusals.otherKey(file, block.line(), PRIVATE_KEY);
            }
            if (found != null) {
                throw KeyRefusals.secondPrivateKey(file, block.line());
            }
            found = block;
        }
        if (found == null) {
            throw KeyRefusals.noKey(file, PRIVATE_KEY);
        }
        return found;
    }

    private static boolean isReadableByOthers(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            return permissions.contains(PosixFilePermission.GROUP_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    /** Returns true if others than its owner could read the file; false where the file system cannot tell. */
    public boolean isExposed() {
        return exposed;
    }

    /** Returns the fingerprint of its public key in hexadecimal digits. */
    public String id() {
        return HexFormat.of().toHexDigits(fingerprint());
    }

    /** Returns the fingerprint of its public key, by which receivers find that. */
    public long fingerprint() {
        Long known = fingerprint;
        if (known == null) {
            known = Ed25519.fingerprint(pair().getPublic().getEncoded());
            fingerprint = known;
        }
        return known;
    }

    /** Returns the signature of this content, 64 bytes. */
    public byte[] sign(byte[] content) {
        try {
            return Ed25519.sign(pair().getPrivate(), content);
        } catch (GeneralSecurityException e) {
            throw KeyRefusals.cannotSign(e);
        }
    }

    private KeyPair pair() {
        KeyPair made = pair;
        if (made == null) {
            try {
                made = Ed25519.pair(seed);
            } catch (GeneralSecurityException e) {
                throw KeyRefusals.cannotSign(e);
            }
            pair = made;
        }
        return made;
    }

    @Override
    public String toString() {
        return "SigningKey[" + id() + "]";
    }
}
