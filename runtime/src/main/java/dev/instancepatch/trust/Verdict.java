package dev.instancepatch.trust;

import org.jspecify.annotations.Nullable;

/**
 * What was decided at the gate, and on what. Its texts come from a stream, so that they are made fit for a log here, once, for
 * all who get to see them: see {@link LogText}. Names only, never captured values.
 *
 * @param kind what the code is
 * @param target what it is for: {@code com.acme.Turkey.hi}, a function's interface, a class whose objects are read, a parcel
 * @param code the code's identity, {@code sha256:} and 64 hexadecimal digits
 * @param policy whose decision it was
 * @param basis what let it pass; null if it was refused
 * @param key the id of the key that signed it, or null
 * @param origin where it came from, as far as that is known: the class of the stream
 */
public record Verdict(
        Kind kind,
        String target,
        String code,
        Policy policy,
        @Nullable Basis basis,
        @Nullable String key,
        @Nullable String origin) {
    /** What the code is. */
    public enum Kind {
        /** The function of a patch. */
        PATCH,
        /** A function of any interface. */
        FUNCTION,
        /** A class of which objects are read. */
        CLASS,
        /** A parcel as a whole. */
        PARCEL
    }

    /** What the receiver was told. */
    public enum Policy {
        /** {@code trust=local}. */
        LOCAL,
        /** {@code trust=PATH}. */
        KEYS,
        /** {@code trust=all}. */
        ALL
    }

    /** What lets code pass. */
    public enum Basis {
        /** The receiver has the same code itself. */
        OWN_CODE,
        /** A key that the receiver trusts has signed it. */
        KEY,
        /** Nothing: the receiver trusts whatever comes. */
        EVERYTHING_TRUSTED
    }

    /** Makes the texts fit for a log. */
    public Verdict {
        target = LogText.of(target);
        code = LogText.of(code);
        key = key == null ? null : LogText.of(key);
        origin = origin == null ? null : LogText.of(origin);
    }
}
