package dev.instancepatch.wire;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The phantom superclass: only its descriptor is ever written, between a patched object's topmost Serializable class and
 * nothing, so that the stream has a place for the {@link Payload}. A JVM that does not know it reads an ordinary class
 * evolution, a superclass that went away (Java Object Serialization Specification, 5.6.2), and skips the field.
 *
 * <p>No object is ever one.
 */
public abstract class Patched implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The payload; the name is short because every stream with a patched object carries it. */
    @SuppressWarnings({"unused", "serial"
    }) // used by streams only, through the descriptor; whatever it holds is a Payload
    private @Nullable Object p;
}
