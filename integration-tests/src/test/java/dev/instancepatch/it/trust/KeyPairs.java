package dev.instancepatch.it.trust;

import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keys as a user makes them. */
final class KeyPairs {
    private final Path folder;

    private KeyPairs(Path folder) {
        this.folder = folder;
    }

    /** Runs keygen; the files are gone when the tests end. */
    static KeyPairs make() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "keys")), "pair")
                    .toAbsolutePath();
            ForkedJvm.plain().runJar(Jars.agent(), "keygen", folder).expectSuccess();
            return new KeyPairs(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path privateKey() {
        return folder.resolve("sender.key");
    }

    Path publicKey() {
        return folder.resolve("sender.pub");
    }

    /** Returns a copy of the public key with lines in front of it. */
    Path publicKey(String... lines) {
        try {
            Path file = Files.createTempFile(folder, "scoped", ".pem");
            return Files.writeString(file, String.join("\n", lines) + "\n" + Files.readString(publicKey()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
