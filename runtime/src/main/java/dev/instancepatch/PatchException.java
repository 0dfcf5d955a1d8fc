package dev.instancepatch;

import org.jspecify.annotations.Nullable;

/** A refusal here: of an API call, of a call of a patched method, or of writing a patched object. Nothing was changed. */
public class PatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    /**
     * Made by this library only.
     *
     * @param code what was refused
     * @param message the whole text, code first
     * @param cause what led to it, if anything did
     */
    public PatchException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Returns what was refused; stable across versions, unlike the message. */
    public Code code() {
        return code;
    }
}
