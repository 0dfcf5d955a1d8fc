package dev.instancepatch.agent.serial;

import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.wire.Payload;
import java.io.IOException;
import java.io.ObjectInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What the reader's hooks do, reached through the door. The payload is read among the object's fields, before the object is
 * complete; its patches take effect when the object has been read whole, readResolve included.
 */
public final class ReaderHooks {
    private static volatile boolean any; // no payload was ever read: nothing to look for

    private ReaderHooks() {}

    /** Notes the payload, if these are the phantom's fields. */
    public static void fieldsRead(ObjectInputStream in, Object fields) throws IOException {
        if (!((ObjectInputStream.GetField) fields)
                .getObjectStreamClass()
                .getName()
                .equals(Streams.PHANTOM)) {
            return;
        }
        any = true;
        for (Object value : Streams.objects(fields)) {
            if (!(value instanceof Payload payload)) {
                throw ReadRefusals.hiddenPayload();
            }
            ReaderState.of(in).push(Streams.depth(in), payload);
        }
    }

    /** Forgets the payload of an object at this depth that an exception left unfinished: the application went on after it. */
    public static void objectBegins(ObjectInputStream in) {
        if (any) {
            ReaderState state = ReaderState.known(in);
            if (state != null) {
                state.begin(Streams.depth(in));
            }
        }
    }

    /** Patches an object that was just read whole, if a payload was read with it. */
    public static void objectRead(ObjectInputStream in, @Nullable Object object) throws IOException {
        if (any) {
            ReaderState state = ReaderState.known(in);
            Payload payload = state == null ? null : state.pop(Streams.depth(in));
            if (payload != null && object != null) {
                payload.applyTo(object);
            }
        }
    }
}
