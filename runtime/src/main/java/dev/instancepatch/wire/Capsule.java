package dev.instancepatch.wire;

import dev.instancepatch.bridge.Bridge;
import dev.instancepatch.bridge.StreamInternals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What functions captured, written as a stream of its own. Without an agent nobody knows what is shared: there are only functions as
 * they were received then, with what was theirs alone.
 */
final class Capsule {
    private final CapsuleOutput stream;
    private final byte[] bytes;
    private final boolean mayBeSigned;
    private final @Nullable StreamInternals internals = Bridge.streams();

    private Capsule(CapsuleOutput stream, byte[] bytes, boolean mayBeSigned) {
        this.stream = stream;
        this.bytes = bytes;
        this.mayBeSigned = mayBeSigned;
    }

    static Capsule of(Envelope.Values values, ObjectOutputStream around) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CapsuleOutput stream = new CapsuleOutput(bytes, around);
        Sealing sealing = Sealing.begin(stream);
        try {
            values.writeTo(stream);
        } finally {
            sealing.end();
        }
        stream.flush();
        return new Capsule(stream, bytes.toByteArray(), sealing.mayBeSigned());
    }

    byte[] bytes() {
        return bytes;
    }

    /** Returns true if this JVM may answer for all code in it. */
    boolean mayBeSigned() {
        return mayBeSigned;
    }

    /** Returns true if it holds more than strings, numbers and the like. */
    boolean hasObjects() {
        return internals != null && internals.hasObjects(stream);
    }

    /** Returns the class of an object that the stream around it has written too, or null. */
    @Nullable
    Class<?> shared(ObjectOutputStream around) {
        return internals == null ? null : internals.shared(stream, around);
    }

    /** Lets the stream around it refuse what is in it, from now on. */
    void keepApart(ObjectOutputStream around, Envelope.Content content) {
        if (internals != null) {
            internals.keepApart(stream, around, content.holder(), content.function());
        }
    }
}
