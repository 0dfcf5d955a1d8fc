package dev.instancepatch.agent.cli;

import dev.instancepatch.refusal.KeyRefusals;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A new key pair in two files: both are there, or neither.
 *
 * @param privateKey PKCS #8, readable by its owner only
 * @param publicKey X.509
 */
record KeyPairFiles(Path privateKey, Path publicKey) {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    /**
     * Makes a pair, and the folder if it is not there.
     *
     * @throws dev.instancepatch.PatchException if one of the files is there already, or cannot be written
     */
    static KeyPairFiles make(Path folder, String name) {
        KeyPairFiles files = new KeyPairFiles(folder.resolve(name + ".key"), folder.resolve(name + ".pub"));
        KeyPair pair = pair();
        makeFolder(folder);
        files.refuseToOverwrite();
        write(files.privateKey, "PRIVATE KEY", pair.getPrivate().getEncoded(), true);
        try {
            write(files.publicKey, "PUBLIC KEY", pair.getPublic().getEncoded(), false);
        } catch (RuntimeException half) {
            delete(files.privateKey);
            throw half;
        }
        return files;
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw KeyRefusals.cannotSign(e);
        }
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw KeyRefusals.keyFileNotWritten(folder, e);
        }
    }

    /** Asked ahead, so that no private key is made and deleted again; what decides is how the files are opened. */
    private void refuseToOverwrite() {
        for (Path file : new Path[] {privateKey, publicKey}) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw KeyRefusals.keyFileInTheWay(file);
            }
        }
    }

    private static void write(Path file, String label, byte[] der, boolean secret) {
        try {
            NewFile.write(file, pem(label, der), secret);
        } catch (FileAlreadyExistsException e) {
            throw KeyRefusals.keyFileInTheWay(file);
        } catch (IOException e) {
            delete(file);
            throw KeyRefusals.keyFileNotWritten(file, e);
        }
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw KeyRefusals.keyFileNotWritten(file, e);
        }
    }
}
