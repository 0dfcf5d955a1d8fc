package dev.instancepatch.trust;

import dev.instancepatch.refusal.KeyRefusals;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The public keys that this JVM trusts. */
public final class KeyRing {
    private static final String PUBLIC_KEY = "PUBLIC KEY";

    private final List<TrustedKey> keys = new ArrayList<>();

    private KeyRing() {}

    /**
     * Reads a PEM file with public keys, or all files {@code *.pub} and {@code *.pem} of a folder. Nothing is skipped: a ring with
     * one bad key is none.
     *
     * @throws dev.instancepatch.PatchException with {@code BAD_KEY}, naming file and line
     */
    public static KeyRing read(Path fileOrFolder) {
        KeyRing ring = new KeyRing();
        File folder = new File(fileOrFolder.toString());
        if (folder.isDirectory()) {
            ring.addFolder(fileOrFolder, folder.list());
        } else {
            ring.addFile(fileOrFolder);
        }
        return ring;
    }

    /**
     * Returns the path that an option names.
     *
     * @throws dev.instancepatch.PatchException with {@code BAD_KEY} where names cannot have its characters: {@code LC_ALL=C}, for one
     */
    static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw KeyRefusals.noPathOfKey(name, e);
        }
    }

    /** Returns the key with this fingerprint, or null if there is none. */
    public @Nullable TrustedKey find(long fingerprint) {
        for (TrustedKey key : keys) {
            if (key.fingerprint() == fingerprint) {
                return key;
            }
        }
        return null;
    }

    /** Returns all keys, in the order of their files' names. */
    public List<TrustedKey> keys() {
        return List.copyOf(keys);
    }

    private void addFolder(Path folder, String @Nullable [] names) {
        if (names == null) {
            throw KeyRefusals.unreadableKeyFile(folder, null);
        }
        Arrays.sort(names);
        for (String name : names) {
            if (name.endsWith(".pub") || name.endsWith(".pem")) {
                addFile(folder.resolve(name));
            }
        }
        if (keys.isEmpty()) {
            throw KeyRefusals.noKeyInFolder(folder);
        }
    }

    private void addFile(Path file) {
        PemFile pem = PemFile.read(file);
        for (PemBlock block : pem.blocks()) {
            add(key(block));
        }
        if (pem.blocks().isEmpty()) {
            throw KeyRefusals.noKey(file, PUBLIC_KEY);
        }
        ScopeLines.refuse(file, pem.behind());
    }

    private static TrustedKey key(PemBlock block) {
        if (block.label().endsWith("PRIVATE KEY")) {
            throw KeyRefusals.privateKeyInRing(block.file(), block.line());
        }
        if (!block.label().equals(PUBLIC_KEY)) {
            throw KeyRefusals.otherKey(block.file(), block.line(), PUBLIC_KEY);
        }
        Scope scope = ScopeLines.read(block.file(), block.front());
        byte[] der = block.content();
        if (!KeyForms.isPublicKey(der)) {
            throw KeyRefusals.otherKey(block.file(), block.line(), PUBLIC_KEY);
        }
        return new TrustedKey(der, scope, block);
    }

    /** The same key twice is one; with two scopes, nobody could say which one holds. */
    private void add(TrustedKey key) {
        for (TrustedKey other : keys) {
            if (other.isSameKey(key)) {
                if (!other.scope().equals(key.scope())) {
                    throw KeyRefusals.contradictingKeys(
                            key.source().file(),
                            key.source().line(),
                            other.source().file(),
                            other.source().line());
                }
                return;
            }
        }
        keys.add(key);
    }
}
