package dev.instancepatch.agent.serial;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.wire.OnRefusal;
import dev.instancepatch.wire.Payload;
import dev.instancepatch.wire.WireClasses;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import org.jspecify.annotations.Nullable;

/**
 * What the reader's hooks do, reached through the door. A payload is read before the object it belongs to is complete; its patches
 * take effect when that object has been read whole, readResolve and resolveObject included.
 */
public final class ReaderHooks {
    private ReaderHooks() {}

    /** Keeps a payload that was just read for the object around it; patches an object that was just read whole. */
    public static void objectRead(@Nullable Object object, ObjectInputStream in) throws IOException {
        if (object instanceof Payload payload) {
            long owner = Streams.depth(in);
            if (owner > 0 && !ReaderState.of(in).push(owner, payload)) {
                throw ReadRefusals.malformedPayload("an object has two", null);
            }
        } else if (ReaderState.anyPending()) {
            ReaderState state = ReaderState.known(in);
            Payload payload = state == null ? null : state.pop(Streams.depth(in) + 1);
            if (payload != null && object != null) {
                payload.applyTo(object);
            }
        }
    }

    /** Forgets the payloads of objects that an exception leaves unfinished; says what our classes met with. */
    public static Throwable readFailed(Throwable failure, ObjectInputStream in) {
        ReaderState state = ReaderState.known(in);
        if (state == null) {
            return failure;
        }
        state.unwind(Streams.depth(in));
        if (!state.isResolving()) {
            return failure;
        }
        state.resolving(false);
        return failure instanceof RefusedPatchException || failure instanceof Error
                ? failure
                : ReadRefusals.hiddenPayload(failure);
    }

    /** Keeps a payload from a reader that takes whatever its class's data holds: for it, the data has ended. */
    public static void handedOut(@Nullable Object object, ObjectInputStream in) throws IOException {
        if (object instanceof Payload) {
            throw Streams.depth(in) == 0 ? ReadRefusals.malformedPayload("it stands alone", null) : Streams.endOfData();
        }
    }

    /** Told that a reader is about to choose a class. */
    public static void resolving(ObjectInputStream in, ObjectStreamClass descriptor) {
        if (WireClasses.include(descriptor.getName())) {
            ReaderState.of(in).resolving(true);
        }
    }

    /** Told which class a reader has chosen, and its filter allowed; null if it found none. */
    public static void resolved(ObjectInputStream in, ObjectStreamClass descriptor, @Nullable Class<?> type)
            throws IOException {
        if (WireClasses.include(descriptor.getName())) {
            ReaderState.of(in).resolving(false);
            if (type == null) {
                OnRefusal.decide(ReadRefusals.hiddenPayload(null)); // Java serialization skips what it has no class for
            }
        }
    }
}
