package dev.instancepatch.code;

/** Bytes that are no bundle. */
public final class MalformedBundleException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedBundleException(String why) {
        super(why);
    }

    MalformedBundleException(String why, Throwable cause) {
        super(why, cause);
    }
}
