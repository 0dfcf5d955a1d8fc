package dev.instancepatch.wire;

import dev.instancepatch.bridge.Bridge;
import dev.instancepatch.bridge.StreamInternals;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes what a function captured into bytes of its own, to be signed; as the stream around it would have. */
final class CapsuleOutput extends ObjectOutputStream {
    private final ObjectOutputStream outer;
    private final @Nullable StreamInternals internals;

    CapsuleOutput(OutputStream bytes, ObjectOutputStream outer) throws IOException {
        super(bytes);
        this.outer = outer;
        this.internals = Bridge.streams();
        if (internals != null && internals.replaces(outer)) {
            enableReplaceObject(true);
        }
    }

    @Override
    protected @Nullable Object replaceObject(@Nullable Object object) throws IOException {
        return internals == null ? object : internals.replace(outer, object);
    }
}
