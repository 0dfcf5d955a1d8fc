package dev.instancepatch;

import java.util.Locale;

/** What was refused: one constant per refusal, printed as {@code [kebab-case]} at the head of its message. */
public enum Code {
    /** An argument that must not be null is null. */
    NULL_ARGUMENT,
    /** No agent is active in this JVM, so nothing can be patched here. */
    NO_AGENT,
    /** This copy of the runtime is not the one that the agent serves. */
    SECOND_RUNTIME,
    /** This kind of object cannot be patched in any JVM: an array, a String, a box, a Class, a lambda. */
    UNPATCHABLE_OBJECT,
    /** This kind of method cannot be patched in any JVM: static, abstract, native. */
    UNPATCHABLE_METHOD,
    /** The object's class was excluded by configuration. */
    EXCLUDED_CLASS,
    /** The class could not be transformed; it runs unchanged. */
    WEAVING_FAILED,
    /** The object has no such method. */
    UNKNOWN_METHOD,
    /** What was passed to name a method is no reference to one. */
    NOT_A_METHOD,
    /** Several overloads fit the name and the function. */
    AMBIGUOUS_METHOD,
    /** A class that a signature names, or that an object of a parcel has, is missing. */
    MISSING_CLASS,
    /** The function is of more than one kind, so how to call it is not decided. */
    AMBIGUOUS_FUNCTION,
    /** The function's parameter types do not fit the method. */
    WRONG_PARAMETER,
    /** The function's result does not fit the method. */
    WRONG_RESULT,
    /** A null result where the method returns a primitive. */
    NULL_RESULT,
    /** An argument, of a call or of {@code original}, does not fit. */
    WRONG_ARGUMENT,
    /** {@code original} was called after the patched call had returned. */
    ORIGINAL_EXPIRED,
    /** The scope is closed. */
    SCOPE_CLOSED,
    /** The function, or something that it captured, cannot travel. */
    NOT_CAPTURABLE,
    /** This kind of object or stream cannot carry a patch. */
    NOT_CARRIED,
    /** What a function captured is also outside of it, where no signature covers it. */
    SHARED_CAPTURE,
    /** An object of a graph to be packed is not Serializable. */
    NOT_SERIALIZABLE,
    /** The graph is nested too deeply for this JVM's stacks. */
    TOO_DEEP,
    /** The receiver's policy does not trust the code. */
    CODE_NOT_TRUSTED,
    /** A signature is none of what it came with. */
    SIGNATURE_INVALID,
    /** A signature, or the receiver's trust in its key, is over. */
    SIGNATURE_EXPIRED,
    /** A signature is for another audience. */
    WRONG_AUDIENCE,
    /** The code is signed, and what it captured is not. */
    UNSIGNED_CAPTURES,
    /** Received code tried to change the receiver's policy. */
    TRUST_LOCKED,
    /** The receiver's policy does not let a stream patch objects of this class. */
    TARGET_NOT_ALLOWED,
    /** The payload is not one that this library writes. */
    MALFORMED_PAYLOAD,
    /** The stream brings more code than this JVM allows. */
    TOO_MUCH_CODE,
    /** A received class has what received classes may not have: a native method, a class loader, a name of the platform's. */
    UNSAFE_CLASS,
    /** The reader's own choice of classes hides the payload. */
    HIDDEN_PAYLOAD,
    /** The payload, or the parcel, was written by a newer version. */
    UNKNOWN_FORMAT,
    /** The code needs a newer JVM than this one. */
    NEWER_CLASS_FILE,
    /** The receiver's class has no such method. */
    TARGET_MISSING,
    /** The received code cannot be linked in this JVM. */
    CANNOT_LINK,
    /** A key, or the file it should stand in, cannot be used. */
    BAD_KEY,
    /** The bytes are no parcel, or not all of one. */
    MALFORMED_PARCEL,
    /** The parcel, or what it says it holds, is larger than this JVM allows. */
    PARCEL_TOO_LARGE,
    /** The parcel holds an object of another class than was asked for. */
    UNEXPECTED_CLASS;

    /** Returns the constant as it is printed, for example {@code unknown-method}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
