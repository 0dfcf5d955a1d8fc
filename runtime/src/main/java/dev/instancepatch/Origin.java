package dev.instancepatch;

/** Where the function of a patch came from. */
public enum Origin {
    /** Patched in this JVM. */
    LOCAL,
    /** Read from a stream, and restored from this JVM's own copy of the class that wrote it. */
    OWN_CODE,
    /** Read from a stream together with its code. */
    BY_VALUE
}
