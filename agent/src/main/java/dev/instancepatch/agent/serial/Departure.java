package dev.instancepatch.agent.serial;

import dev.instancepatch.table.PatchRecord;
import java.io.ObjectStreamClass;
import java.lang.ref.WeakReference;
import java.util.List;

/** One patched object that a stream is in the middle of writing: what travels was decided when it began. */
final class Departure {
    private final WeakReference<Object> written; // the object itself, or what stands in its place
    private final WeakReference<Object> owner; // whose patches they are
    private final ObjectStreamClass descriptor;
    private final ObjectStreamClass type;
    private final List<PatchRecord> patches;
    private final int depth;
    private boolean payloadBegun;

    /**
     * An object's departure.
     *
     * @param written the object in the stream
     * @param owner the patched object, the same unless something is written in its place
     * @param descriptor what is written for its class
     * @param type names the patched object's class
     * @param depth where in the graph
     */
    Departure(
            Object written,
            Object owner,
            ObjectStreamClass descriptor,
            ObjectStreamClass type,
            List<PatchRecord> patches,
            int depth) {
        this.written = new WeakReference<>(written);
        this.owner = owner == written ? this.written : new WeakReference<>(owner);
        this.descriptor = descriptor;
        this.type = type;
        this.patches = patches;
        this.depth = depth;
    }

    boolean isOf(Object object) {
        return written.refersTo(object);
    }

    boolean isBehind(ObjectStreamClass annotated) {
        return descriptor == annotated;
    }

    /** True if a stream that writes at this depth has left the object, by an exception. */
    boolean isOver(int now) {
        return depth >= now;
    }

    /** The payload is written from now on. */
    void beginPayload() {
        payloadBegun = true;
    }

    /** True if what a stream writes at this depth is part of the payload. */
    boolean isPayloadAt(int now) {
        return payloadBegun && depth < now;
    }

    Object owner() {
        Object alive = owner.get();
        if (alive == null) {
            throw new IllegalStateException("an object died while it was written");
        }
        return alive;
    }

    ObjectStreamClass type() {
        return type;
    }

    List<PatchRecord> patches() {
        return patches;
    }
}
