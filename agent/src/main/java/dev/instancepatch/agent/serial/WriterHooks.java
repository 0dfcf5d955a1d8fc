package dev.instancepatch.agent.serial;

import dev.instancepatch.agent.capture.Capture;
import dev.instancepatch.table.OverrideTable;
import dev.instancepatch.table.PatchRecord;
import dev.instancepatch.table.Patches;
import dev.instancepatch.table.Slots;
import dev.instancepatch.wire.FunctionForm;
import dev.instancepatch.wire.OutgoingPatch;
import dev.instancepatch.wire.Payload;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the writer's hooks do, reached through the door. An object without patches costs one test until one has any.
 *
 * <p>A patched object's write begins with its descriptor: there it is decided what travels ({@link Departure}). Its payload
 * follows where its kind has room for it.
 */
public final class WriterHooks {
    private WriterHooks() {}

    /** Returns the descriptor to write for an object. */
    public static ObjectStreamClass descriptor(ObjectOutputStream out, Object object, ObjectStreamClass own) {
        Shared.check(out, object);
        if (!Patches.any()) {
            return own;
        }
        Object owner = WriterState.owner(out, object);
        OverrideTable table = Slots.table(owner);
        if (table == null) {
            return own; // most objects
        }
        List<PatchRecord> patches = table.travelling();
        return patches.isEmpty() ? own : depart(out, object, owner, patches, own);
    }

    private static ObjectStreamClass depart(
            ObjectOutputStream out, Object object, Object owner, List<PatchRecord> patches, ObjectStreamClass own) {
        WriterState state = WriterState.of(out);
        if (object instanceof Enum && state.isLeaving(object)) {
            return own; // within its own annotation: the reader finds the constant by name
        }
        String whyNot = Carriers.whyNot(out, object);
        if (whyNot != null) {
            Uncarried.refuse(out, owner, patches, whyNot);
            return own;
        }
        List<PatchRecord> carried = Uncarried.without(patches, owner);
        if (carried.isEmpty()) {
            return own;
        }
        ObjectStreamClass written = PatchedDescriptors.of(object);
        ObjectStreamClass type =
                owner == object && !(object instanceof Enum) ? written : PatchedDescriptors.naming(owner.getClass());
        int depth = Streams.depth(out);
        state.begin(new Departure(object, owner, written, type, carried, depth), depth);
        return written;
    }

    /** Told that an array is about to be written. */
    public static void array(ObjectOutputStream out, Object array) {
        Shared.check(out, array);
    }

    /** Writes the payload of a patched object where the phantom's field belongs; returns false if these are other fields. */
    public static boolean phantom(ObjectOutputStream out, Object object, ObjectStreamClass descriptor)
            throws IOException {
        if (!Patches.any() || !PatchedDescriptors.isPhantom(descriptor)) {
            return false;
        }
        write(out, object);
        return true;
    }

    /** Writes the payload of a patched object behind all else that is written of it, if it is one. */
    public static void trailer(ObjectOutputStream out, Object object) throws IOException {
        if (Patches.any()) {
            write(out, object);
        }
    }

    /** Told that an object was written whole. */
    public static void written(ObjectOutputStream out, Object object) {
        WriterState.endUnfinished(out, object);
    }

    /** Writes the payload of a patched enum constant into the annotation of its class. */
    public static void annotation(ObjectOutputStream out, ObjectStreamClass descriptor) throws IOException {
        if (!Patches.any() || !WriterPolicy.carriesEnums()) {
            return;
        }
        Class<?> type = descriptor.forClass();
        WriterState state = type != null && type.isEnum() ? WriterState.known(out) : null;
        Departure departure = state == null ? null : state.current(Streams.depth(out));
        if (departure != null && departure.isBehind(descriptor)) {
            write(out, state, departure);
        }
    }

    /** Writes the payload of a patched record before its fields; returns the descriptor of the fields that it has itself. */
    public static ObjectStreamClass recordFields(ObjectOutputStream out, Object record, ObjectStreamClass written)
            throws IOException {
        if (!Patches.any()) {
            return written;
        }
        if (Streams.handle(out, record) >= 0) { // nobody can refer to one that is written unshared
            WriterState.beginUnfinished(out, record);
        }
        return write(out, record) ? ObjectStreamClass.lookup(record.getClass()) : written;
    }

    /** Returns true if it was a patched object's turn. */
    private static boolean write(ObjectOutputStream out, Object object) throws IOException {
        WriterState state = WriterState.known(out);
        Departure departure = state == null ? null : state.current(Streams.depth(out));
        if (departure == null || !departure.isOf(object)) {
            return false;
        }
        write(out, state, departure);
        return true;
    }

    private static void write(ObjectOutputStream out, WriterState state, Departure departure) throws IOException {
        try {
            Payload payload = state.payloads()
                    .of(departure.owner(), departure.type(), departure.patches(), () -> newPayload(departure));
            departure.beginPayload();
            Streams.write(out, payload);
        } finally {
            state.end(departure);
        }
    }

    private static Payload newPayload(Departure departure) {
        Object owner = departure.owner();
        List<OutgoingPatch> patches = new ArrayList<>();
        for (PatchRecord patch : departure.patches()) {
            Method method = patch.id().method();
            patches.add(new OutgoingPatch(
                    PatchedDescriptors.naming(method.getDeclaringClass(), departure.type()),
                    patch,
                    Capture.of(patch, owner.getClass()),
                    owner));
        }
        return new Payload(departure.type(), patches);
    }

    /** Lets the patches of an object ride on what is written in its place, or refuses. */
    public static void replaced(
            ObjectOutputStream out, Object original, @Nullable Object replacement, boolean unshared) {
        Shared.check(out, original);
        if (Patches.any()) {
            refuseBetween(out, original, replacement);
            List<PatchRecord> patches = travelling(original);
            if (!patches.isEmpty() && mayRide(out, original, patches, replacement)) {
                WriterState.of(out).ride(original, Objects.requireNonNull(replacement));
            }
            if (!unshared && isFinishedLate(out, replacement)) {
                WriterState.beginUnfinished(out, Objects.requireNonNull(replacement));
            }
        }
    }

    /** A reader has the object itself only when all of what is written in its place is read. */
    private static boolean isFinishedLate(ObjectOutputStream out, @Nullable Object replacement) {
        boolean isKnownEarly = replacement instanceof Enum || replacement instanceof FunctionForm;
        return !isKnownEarly && Carriers.whyNotOn(replacement, out) == null;
    }

    /** Told that a stream asks what to write in the place of an object: perhaps not for the first time, with writeReplace in a chain. */
    public static void replacing(ObjectOutputStream out, Object object) {
        if (Patches.any() && !travelling(object).isEmpty()) {
            WriterState.of(out).asks(object, Streams.depth(out));
        }
    }

    private static void refuseBetween(ObjectOutputStream out, Object original, @Nullable Object replacement) {
        WriterState state = WriterState.known(out);
        Object between = state == null ? null : state.asked(Streams.depth(out));
        if (between != null && between != original && between != replacement) {
            Uncarried.refuse(
                    out,
                    between,
                    travelling(between),
                    "it is written in the place of another object, and a third one in its own (writeReplace in a chain)");
        }
    }

    private static boolean mayRide(
            ObjectOutputStream out, Object original, List<PatchRecord> patches, @Nullable Object replacement) {
        String whyNot = Carriers.whyNotOn(replacement, out);
        if (whyNot == null && !travelling(replacement).isEmpty()) {
            whyNot = "the object that is written in its place has patches of its own";
        }
        if (whyNot != null) {
            Uncarried.refuse(out, original, patches, whyNot);
        }
        return whyNot == null;
    }

    /** Lets the patches ride once more, where a stream writes again what it has put in an object's place before. */
    public static void standsIn(ObjectOutputStream out, Object original, Object replacement, boolean unshared) {
        if (Patches.any()) {
            if (Streams.handle(out, replacement) < 0) {
                replaced(out, original, replacement, unshared);
            } else if (!travelling(original).isEmpty()) { // unshared, or a back reference to what has them already
                WriterState.of(out).ride(original, replacement);
            }
        }
    }

    /** Refuses a reference that a reader could not resolve: from a payload to what a reader does not have yet. */
    public static void referred(ObjectOutputStream out, int handle) {
        Departure departure = WriterState.inVain(out, handle);
        if (departure != null) {
            throw Uncarried.refusal(
                    out,
                    departure.owner(),
                    departure.patches(),
                    "what a function captured leads back to an object that is still being written, and it is a record"
                            + " or has another object written in its place, which a reader has only when all is read");
        }
    }

    /** Refuses a patched root of a stream that writes objects in a way of its own. */
    public static void overridden(ObjectOutputStream out, @Nullable Object object) {
        if (Patches.any() && object != null) {
            List<PatchRecord> patches = travelling(object);
            if (!patches.isEmpty()) {
                Uncarried.refuse(
                        out, object, patches, out.getClass().getTypeName() + " writes objects in a way of its own");
            }
        }
    }

    private static List<PatchRecord> travelling(@Nullable Object object) {
        OverrideTable table = object == null ? null : Slots.table(object);
        return table == null ? List.of() : table.travelling();
    }
}
