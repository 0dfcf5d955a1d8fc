package dev.instancepatch;

import java.io.InvalidObjectException;
import org.jspecify.annotations.Nullable;

/** A refusal while reading a stream or a parcel: nothing of what it names was defined, initialised or run. */
public class RefusedPatchException extends InvalidObjectException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    /**
     * Made by this library only.
     *
     * @param code what was refused
     * @param message the whole text, code first
     * @param cause what led to it, if anything did
     */
    @SuppressWarnings("this-escape") // initCause; JDK 17 has no constructor that takes a cause
    public RefusedPatchException(Code code, String message, @Nullable Throwable cause) {
        super(message);
        this.code = code;
        if (cause != null) {
            initCause(cause);
        }
    }

    /** Returns what was refused; stable across versions, unlike the message. */
    public Code code() {
        return code;
    }
}
