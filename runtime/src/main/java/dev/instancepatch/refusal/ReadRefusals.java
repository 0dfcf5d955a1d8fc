package dev.instancepatch.refusal;

import dev.instancepatch.Code;
import dev.instancepatch.RefusedPatchException;
import org.jspecify.annotations.Nullable;

/** Words every refusal while reading a stream. Nothing of what it names was defined, initialised or run. */
public final class ReadRefusals {
    private ReadRefusals() {}

    private static RefusedPatchException refusal(Code code, @Nullable Throwable cause, String... lines) {
        return new RefusedPatchException(code, Text.of(code, lines), cause);
    }

    public static RefusedPatchException codeNotTrusted(
            String hash, String host, int classes, String target, String trusted, String why) {
        return refusal(
                Code.CODE_NOT_TRUSTED,
                null,
                "Refused bundle " + Names.hash(hash) + " (" + host + ", " + classes
                        + (classes == 1 ? " class" : " classes") + ") for " + target + "; nothing was defined or run.",
                why + " This JVM trusts: " + trusted + ".",
                "To accept code from this sender, start with trust= and the file of its public key. (trust=all runs whatever a"
                        + " stream carries: on closed networks only.)");
    }

    public static RefusedPatchException ownCodeDoesNotFit(String hash, String host, String target) {
        return refusal(
                Code.CODE_NOT_TRUSTED,
                null,
                "Refused bundle " + Names.hash(hash) + " (" + host + ") for " + target
                        + ": this JVM has the code, but it was written for other types; nothing was run.",
                "This JVM trusts: local code only, where it was written to be.",
                "Declare the function's self and parameters as the method has them, on the sender.");
    }

    public static RefusedPatchException targetNotAllowed(String target) {
        return refusal(
                Code.TARGET_NOT_ALLOWED,
                null,
                "The stream carries a patch of " + target + " for an object of the JDK; nothing was defined or run.",
                "This JVM trusts: local code only, for application classes.",
                "To accept such patches, name their classes in wire-targets=, for example wire-targets=java.util.*.");
    }

    public static RefusedPatchException enumNotAllowed(String target) {
        return refusal(
                Code.TARGET_NOT_ALLOWED,
                null,
                "The stream carries a patch of " + target
                        + " for an enum constant, which all of this JVM shares; nothing was defined or run.",
                "To accept such patches, start with enums=carry.");
    }

    public static RefusedPatchException doesNotFit(String hash, String host, String target, Throwable cause) {
        return refusal(
                Code.MALFORMED_PAYLOAD,
                cause,
                "Refused bundle " + Names.hash(hash) + " (" + host + ") for " + target
                        + ", because it does not fit; nothing was defined or run.",
                firstLine(cause),
                "Bring the receiver's class to the sender's version.");
    }

    public static RefusedPatchException missingReference(String host, String target, String missing, Throwable cause) {
        return refusal(
                Code.CANNOT_LINK,
                cause,
                "The function of " + host + " for " + target + " needs " + missing
                        + ", and this JVM has no such class.",
                "Put it on the receiver's class path.");
    }

    public static RefusedPatchException cannotDefine(String type, LinkageError cause) {
        return refusal(
                Code.CANNOT_LINK,
                cause,
                "The class " + type + " came along and cannot be linked in this JVM: " + cause + ".",
                "Put what it names on the receiver's class path.");
    }

    public static RefusedPatchException missingMember(String host, String target, String owner, String member) {
        return refusal(
                Code.CANNOT_LINK,
                null,
                "The function of " + host + " for " + target + " needs " + owner + "." + member + ", and this JVM's "
                        + owner + " has no such member.",
                "Bring the receiver's class to the version that the sender compiled against.");
    }

    public static RefusedPatchException noAgent(String target) {
        return refusal(
                Code.NO_AGENT,
                null,
                "The stream carries a patch of a method " + target
                        + ", and this JVM runs without the Instance Patch agent.",
                "Start it with: java -javaagent:instance-patch-agent.jar ...");
    }

    public static RefusedPatchException malformedPayload(String why, @Nullable Throwable cause) {
        return refusal(
                Code.MALFORMED_PAYLOAD,
                cause,
                "The payload of a patched object cannot be read: " + why + ".",
                "Write it again; if it came over a network, somebody may have changed it.");
    }

    public static RefusedPatchException tooMuchCode(int most) {
        return refusal(
                Code.TOO_MUCH_CODE,
                null,
                "The stream brings more code than this JVM takes from one, " + most
                        + " bytes; none of it was inflated.",
                "If you expect as much, start with max-bytes=N.");
    }

    public static RefusedPatchException unsafeClass(String type, String what) {
        return refusal(
                Code.UNSAFE_CLASS,
                null,
                "The class " + Names.printable(type) + " came along, and " + Names.printable(what)
                        + "; nothing of it was defined or run.",
                "Write the function without it, or put the class on the receiver's class path.");
    }

    public static RefusedPatchException previewClass(String type, int major) {
        return refusal(
                Code.UNSAFE_CLASS,
                null,
                "The class " + Names.printable(type) + " came along, and uses preview features of Java " + (major - 44)
                        + ", which this JVM does not run; nothing of it was defined or run.",
                "Compile the sender without --enable-preview.");
    }

    public static RefusedPatchException runsByItself(String type, String method) {
        return refusal(
                Code.UNSAFE_CLASS,
                null,
                "The class " + Names.printable(type) + " came along, and has a method " + method
                        + ", which would run without being called by anybody; nothing of it was defined or run.",
                "To accept such classes from this sender, its key's file must say: Allow: serialization-methods");
    }

    public static RefusedPatchException hiddenPayload(@Nullable Throwable cause) {
        return refusal(
                Code.HIDDEN_PAYLOAD,
                cause,
                "The stream carries a patched object, and its reader does not take the classes that patches travel in"
                        + (cause == null ? "" : " (" + firstLine(cause) + ")") + ".",
                "Add dev.instancepatch.wire.* to the reader's filter or list of classes, and let its resolveClass find"
                        + " them in the system class loader.");
    }

    public static RefusedPatchException undecidedClasses(Class<?> stream, @Nullable Throwable cause) {
        return refusal(
                Code.HIDDEN_PAYLOAD,
                cause,
                "The reader's " + stream.getTypeName()
                        + " decides on classes by what stands beside their names, and values that"
                        + " a function captured have nothing there; nobody whom this JVM trusts has signed them.",
                "Start with trust= and the file of the sender's public key, or let resolveClass decide by the name.");
    }

    public static RefusedPatchException unknownFormat(int version, int known) {
        return refusal(
                Code.UNKNOWN_FORMAT,
                null,
                "The payload has format " + version + ", and this version reads up to " + known + ".",
                "Update Instance Patch on the receiver.");
    }

    public static RefusedPatchException newerClassFile(String host, int needed, int running) {
        return refusal(
                Code.NEWER_CLASS_FILE,
                null,
                "The function of " + host + " was compiled for Java " + (needed - 44)
                        + ", and this JVM runs class files up to Java " + (running - 44) + ".",
                "Update the receiver's JVM, or compile the sender with --release " + (running - 44) + ".");
    }

    public static RefusedPatchException targetMissing(String target, String object, String why) {
        return refusal(
                Code.TARGET_MISSING,
                null,
                "The stream carries a patch of " + target + " for an object of " + object + ", and " + why + ".",
                "Bring the receiver's class to the sender's version.");
    }

    public static RefusedPatchException cannotPatch(String target, Throwable cause) {
        return refusal(
                Code.TARGET_MISSING,
                cause,
                "The stream carries a patch of " + target + ", which this JVM cannot patch: " + firstLine(cause),
                "Let the receiver's agent weave that class.");
    }

    public static RefusedPatchException missingCapture(String target, String missing, Throwable cause) {
        return refusal(
                Code.CANNOT_LINK,
                cause,
                "The function " + target + " captured an object of " + missing + ", and this JVM has no such class.",
                "Put it on the receiver's class path.");
    }

    public static RefusedPatchException tooDeepCapture(String target, Throwable cause) {
        return refusal(
                Code.TOO_DEEP,
                cause,
                "What the function " + target + " captured is nested too deeply for this thread's stack.",
                "Send the graph in a Parcel, or let what links the objects write them as a list.");
    }

    public static RefusedPatchException cannotLink(String host, Throwable cause) {
        return refusal(
                Code.CANNOT_LINK,
                cause,
                "The function of " + host + " cannot be linked in this JVM: " + firstLine(cause),
                "Put what it names on the class path, in the version that the sender compiled against.");
    }

    // Parcels

    public static RefusedPatchException malformedParcel(String why, @Nullable Throwable cause) {
        return refusal(
                Code.MALFORMED_PARCEL,
                cause,
                "The parcel cannot be read: " + why + ".",
                "Pack it again; if it came over a network, somebody may have changed it.");
    }

    public static RefusedPatchException unknownParcelFormat(int version, int known) {
        return refusal(
                Code.UNKNOWN_FORMAT,
                null,
                "The parcel has format " + version + ", and this version reads up to " + known + ".",
                "Update Instance Patch on the receiver.");
    }

    public static RefusedPatchException parcelTooLarge(String what, long bytes, long most) {
        return refusal(
                Code.PARCEL_TOO_LARGE,
                null,
                "The parcel says that " + what + " " + bytes + " bytes, and this JVM reads " + most + " at most.",
                "If you expect one as large, start with max-bytes=N.");
    }

    public static RefusedPatchException tooDeepToRead(long stackBytes, Throwable cause) {
        return refusal(
                Code.TOO_DEEP,
                cause,
                "The parcel's graph is nested too deeply to be read: " + Names.mebibytes(stackBytes)
                        + " of stack are not enough.",
                "Give the receiver as much memory as the sender (-Xmx), or let what links the objects write them as a list.");
    }

    public static RefusedPatchException tooDeepToInspect(int most) {
        return refusal(
                Code.TOO_DEEP,
                null,
                "The parcel's graph is nested more than " + most + " objects deep.",
                "Let what links the objects write them as a list.");
    }

    public static RefusedPatchException missingObjectClass(String missing, String loader, Throwable cause) {
        return refusal(
                Code.MISSING_CLASS,
                cause,
                "The parcel holds an object of " + missing + ", and " + loader + " has no such class.",
                "Put it on the receiver's class path, where the code that unpacks can see it.");
    }

    public static RefusedPatchException unexpectedClass(Class<?> expected, Class<?> actual) {
        return refusal(
                Code.UNEXPECTED_CLASS,
                null,
                "The parcel holds an object of " + Names.withLoader(actual, expected) + "; expected "
                        + Names.withLoader(expected, actual) + ".",
                "Ask for a class or interface that the object has.");
    }

    /** Another refusal's first line: what happened, without its own next action. */
    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
