package dev.instancepatch.refusal;

import dev.instancepatch.Code;
import dev.instancepatch.PatchException;
import dev.instancepatch.RefusedPatchException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Words every refusal that is about signatures and policies. Nothing of what it names was defined, initialised or run. */
public final class TrustRefusals {
    private TrustRefusals() {}

    private static RefusedPatchException refusal(Code code, String... lines) {
        return new RefusedPatchException(code, Text.of(code, lines), null);
    }

    private static PatchException exception(Code code, String... lines) {
        return new PatchException(code, Text.of(code, lines), null);
    }

    // Reading

    public static RefusedPatchException signatureInvalid(String keyId) {
        return refusal(
                Code.SIGNATURE_INVALID,
                "The signature of key " + keyId + " is not one of what it came with; nothing was read, defined or run.",
                "Code, target, captured values, expiry or audience were changed after they were signed, or somebody else made it.",
                "Find out who can write to where this came from; then have it sent again.");
    }

    public static RefusedPatchException signatureExpired(String keyId, @Nullable Instant expiry) {
        return refusal(
                Code.SIGNATURE_EXPIRED,
                "The signature of key " + keyId + " was good until " + expiry + "; nothing was read, defined or run.",
                "Have it sent again; the sender's expires= says how long a signature is good for.");
    }

    public static RefusedPatchException keyExpired(String keyId, Instant expiry) {
        return refusal(
                Code.SIGNATURE_EXPIRED,
                "This JVM trusts key " + keyId + " until " + expiry + "; nothing was read, defined or run.",
                "Give the sender a new key, and this JVM its public half.");
    }

    public static RefusedPatchException wrongAudience(String keyId, String audience, String own) {
        return refusal(
                Code.WRONG_AUDIENCE,
                "Key " + keyId + " signed it for audience \"" + Names.printable(audience) + "\", and this JVM is "
                        + (own.isEmpty() ? "none" : "audience \"" + own + "\"")
                        + "; nothing was read, defined or run.",
                "If it was meant for this JVM, start it with the same audience= as the sender.");
    }

    public static RefusedPatchException outOfScope(String target, String keyId) {
        return refusal(
                Code.TARGET_NOT_ALLOWED,
                "Key " + keyId + " signed code for " + target + ", and this JVM does not trust it that far; nothing was"
                        + " defined or run.",
                "If it should, add to the line Targets: in the file of its public key; without that line it may send any code.");
    }

    public static RefusedPatchException otherTarget(String target, String signed, String landed, String keyId) {
        return refusal(
                Code.TARGET_NOT_ALLOWED,
                "Key " + keyId + " signed a patch of " + target + " for an object of " + signed
                        + ", and the stream has it on an object of " + landed + "; nothing was defined or run.",
                "Send it in a Parcel, which is signed whole.");
    }

    public static RefusedPatchException unsignedCaptures(String target, String keyId) {
        return refusal(
                Code.UNSIGNED_CAPTURES,
                "Key " + keyId + " signed the code for " + target
                        + ", and not the objects that it captured; nothing was defined or run.",
                "The sender's captures=allow let them go unsigned. Have it sent in a Parcel, which is signed whole, or start"
                        + " this JVM with captures=allow.");
    }

    // Writing, and policies

    public static PatchException sharedCapture(String function, Class<?> captured) {
        return exception(
                Code.SHARED_CAPTURE,
                "The function " + function + " captured an object of " + captured.getTypeName()
                        + " that the stream holds outside of the function too, where no signature covers it.",
                "Send the graph in a Parcel, which is signed whole; or let such objects go unsigned, captures=allow on both"
                        + " sides.");
    }

    public static PatchException trustLocked(Class<?> caller) {
        return exception(
                Code.TRUST_LOCKED,
                "Received code, " + caller.getTypeName() + ", tried to change what this JVM trusts.",
                "Let the application itself call Trust.install().");
    }
}
