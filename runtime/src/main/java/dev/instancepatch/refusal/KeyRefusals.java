package dev.instancepatch.refusal;

import dev.instancepatch.Code;
import dev.instancepatch.PatchException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/** Words every refusal of a key, of the file that it should stand in, and of signing. Names file and line, never what they hold. */
public final class KeyRefusals {
    private static final String KEYGEN = "Make a pair with: java -jar instance-patch-agent.jar keygen FOLDER";

    private KeyRefusals() {}

    private static PatchException refusal(Code code, @Nullable Throwable cause, String... lines) {
        return new PatchException(code, Text.of(code, lines), cause);
    }

    public static PatchException unreadableKeyFile(Path file, @Nullable IOException cause) {
        return refusal(
                Code.BAD_KEY,
                cause,
                "The key file " + file + " cannot be read" + (cause == null ? "" : ": " + Names.reason(file, cause))
                        + ".",
                "Check its path, and that this JVM's user may read it.");
    }

    public static PatchException noPathOfKey(String file, Throwable cause) {
        return refusal(
                Code.BAD_KEY,
                cause,
                "The key file " + Names.printable(file) + " is no path of this system.",
                "Check its characters; a JVM with another locale may know more of them.");
    }

    public static PatchException keyFileTooLong(Path file, int most) {
        return refusal(
                Code.BAD_KEY,
                null,
                "The key file " + file + " has more than " + most + " bytes.",
                "Name a file that holds nothing but keys; several files can stand in one folder.");
    }

    /** For a file whose form is not that of PEM. */
    public static PatchException brokenKeyFile(Path file, int line, String why) {
        return refusal(
                Code.BAD_KEY,
                null,
                "The key file " + Names.line(file, line) + ", is damaged: " + why + ".",
                "Copy the key again, from its BEGIN line to its END line.");
    }

    /**
     * Words the refusal of a file without keys.
     *
     * @param kind what its BEGIN line would say, as {@code PUBLIC KEY}
     */
    public static PatchException noKey(Path file, String kind) {
        return refusal(
                Code.BAD_KEY,
                null,
                "The key file " + file + " holds no key: nothing in it begins with -----BEGIN " + kind + "-----.",
                KEYGEN);
    }

    public static PatchException noKeyInFolder(Path folder) {
        return refusal(
                Code.BAD_KEY,
                null,
                "The folder " + folder + " holds no key: no file in it is called *.pub or *.pem.",
                "Put the senders' public keys into it, or name a file.");
    }

    public static PatchException otherKey(Path file, int line, String kind) {
        return refusal(
                Code.BAD_KEY,
                null,
                "The key file " + Names.line(file, line) + ", is no " + kind + " of Ed25519.",
                KEYGEN);
    }

    public static PatchException encryptedKey(Path file, int line) {
        return refusal(
                Code.BAD_KEY,
                null,
                "The key file " + Names.line(file, line) + ", is encrypted, and nobody is there to give a password.",
                "Decrypt it, for its owner's eyes only: (umask 077; openssl pkey -in encrypted.key -out sender.key)");
    }

    public static PatchException secondPrivateKey(Path file, int line) {
        return refusal(
                Code.BAD_KEY,
                null,
                "The key file " + Names.line(file, line) + ", begins a second private key; a JVM signs with one.",
                "Give each key a file of its own.");
    }

    public static PatchException privateKeyInRing(Path file, int line) {
        return refusal(
                Code.BAD_KEY,
                null,
                "The key file " + Names.line(file, line)
                        + ", is a private key, and this JVM trusts public keys; a private one belongs to its sender alone.",
                "Make a new pair if others could read the file, and put the public key here.");
    }

    public static PatchException unknownScopeLine(Path file, int line) {
        return refusal(
                Code.BAD_KEY,
                null,
                "The key file " + Names.line(file, line) + ", is not understood, and may be meant to limit a key.",
                "Known: Targets: com.acme.*, Expires: 2027-01-01, Id: name, Allow: serialization-methods",
                "Correct it, or begin it with # if it is a comment.");
    }

    /** For a scope line that is known, and says what it cannot. */
    public static PatchException badScopeLine(Path file, int line, String rule) {
        return refusal(
                Code.BAD_KEY,
                null,
                "The key file " + Names.line(file, line) + ", cannot be taken as it is: " + rule + ".",
                "Correct the line and start again.");
    }

    public static PatchException scopeWithoutKey(Path file, int line) {
        return refusal(
                Code.BAD_KEY,
                null,
                "The key file " + Names.line(file, line) + ", would limit a key, and no key follows.",
                "Put it in front of its key's BEGIN line.");
    }

    public static PatchException contradictingKeys(Path file, int line, Path other, int otherLine) {
        return refusal(
                Code.BAD_KEY,
                null,
                "The key file " + Names.line(file, line) + ", is the same key as " + Names.line(other, otherLine)
                        + ", with other limits.",
                "Leave one of them.");
    }

    public static PatchException cannotSign(GeneralSecurityException cause) {
        return refusal(
                Code.BAD_KEY,
                cause,
                "This JVM's security providers cannot sign with an Ed25519 key.",
                "Let java.security list SunEC in front of providers that cannot.");
    }

    public static PatchException cannotSignAsTold(String setting) {
        return refusal(
                Code.BAD_KEY,
                null,
                "This JVM should sign what it writes, and " + setting + ".",
                "Start it with a setting that says for how long, or for whom, signatures are.");
    }

    public static PatchException keyFileInTheWay(Path file) {
        return refusal(
                Code.BAD_KEY,
                null,
                file + " is there already, and a key that somebody may use is not overwritten; nothing was written.",
                "Choose another folder or, with --name, another name.");
    }

    public static PatchException keyFileNotWritten(Path file, IOException cause) {
        return refusal(
                Code.BAD_KEY,
                cause,
                "The key file " + file + " cannot be written: " + Names.reason(file, cause) + ".",
                "Name a folder that you may write to.");
    }
}
