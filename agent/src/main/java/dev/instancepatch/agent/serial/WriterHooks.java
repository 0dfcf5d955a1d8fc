package dev.instancepatch.agent.serial;

import dev.instancepatch.agent.capture.Capture;
import dev.instancepatch.code.CapturedFunction;
import dev.instancepatch.refusal.Refusals;
import dev.instancepatch.table.OverrideTable;
import dev.instancepatch.table.PatchRecord;
import dev.instancepatch.table.Patches;
import dev.instancepatch.table.Slots;
import dev.instancepatch.wire.OutgoingPatch;
import dev.instancepatch.wire.Payload;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the writer's hooks do, reached through the door. An object without patches costs one test until one has any. */
public final class WriterHooks {
    private WriterHooks() {}

    /** Returns the descriptor to write for an object. */
    public static ObjectStreamClass descriptor(ObjectOutputStream out, Object object, ObjectStreamClass own) {
        if (!Patches.any()) {
            return own;
        }
        List<PatchRecord> travelling = travelling(object);
        if (travelling.isEmpty()) {
            return own;
        }
        refuseUncarried(object, travelling, Carriers.whyNot(out, object));
        return PatchedDescriptors.of(object.getClass());
    }

    /** Returns the payload of a patched object where the phantom's field belongs, else null: these are other fields. */
    public static @Nullable Object payload(ObjectOutputStream out, Object object, ObjectStreamClass descriptor) {
        if (!Patches.any() || !descriptor.getName().equals(Streams.PHANTOM)) {
            return null;
        }
        ObjectStreamClass type = PatchedDescriptors.of(object.getClass());
        return WriterState.of(out).payload(type, travelling(object), () -> newPayload(type, object));
    }

    /** Refuses to write something else in the place of a patched object: the patches would be lost. */
    public static void replaced(Object original, @Nullable Object replacement) {
        if (Patches.any()) {
            List<PatchRecord> travelling = travelling(original);
            if (!travelling.isEmpty()) {
                refuseUncarried(
                        original,
                        travelling,
                        "the stream writes an object of "
                                + (replacement == null
                                        ? "null"
                                        : replacement.getClass().getTypeName())
                                + " in its place (writeReplace or replaceObject)");
            }
        }
    }

    private static void refuseUncarried(Object object, List<PatchRecord> travelling, @Nullable String why) {
        if (why != null) {
            throw Refusals.notCarried(
                    object.getClass(),
                    travelling.stream().map(p -> p.id().method()).toList(),
                    why);
        }
    }

    private static List<PatchRecord> travelling(Object object) {
        OverrideTable table = Slots.table(object);
        return table == null
                ? List.of()
                : table.records().stream().filter(p -> !p.local()).toList();
    }

    private static Payload newPayload(ObjectStreamClass type, Object object) {
        List<OutgoingPatch> patches = new ArrayList<>();
        for (PatchRecord patch : travelling(object)) {
            CapturedFunction function = Capture.of(patch.function(), patch.id().method(), object.getClass());
            patches.add(new OutgoingPatch(
                    PatchedDescriptors.naming(patch.id().method().getDeclaringClass()), patch, function, object));
        }
        return new Payload(type, patches);
    }
}
