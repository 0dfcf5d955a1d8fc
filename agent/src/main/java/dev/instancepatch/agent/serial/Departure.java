package dev.instancepatch.agent.serial;

import dev.instancepatch.table.PatchRecord;
import java.io.ObjectStreamClass;
import java.lang.ref.WeakReference;
import java.util.List;

/** One patched object that a stream is in the middle of writing: what travels was decided when it began. */
final class Departure {
    private static final int NOT_WATCHED = -1;

    private final WeakReference<Object> written; // the object itself, or what stands in its place
    private final WeakReference<Object> owner; // whose patches they are
    private final ObjectStreamClass descriptor;
    private final ObjectStreamClass type;
    private final List<PatchRecord> patches;
    private final int depth;
    private int watched = NOT_WATCHED;

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

    /**
     * True if a reader has no object yet when it reads the payload: references back to it would be read as null (records) or as
     * what stands in its place.
     */
    boolean isUnresolved(Object object) {
        return object.getClass().isRecord() || !owner.refersTo(object);
    }

    /** Watches for references to the object, from its own payload. */
    void watch(int handle) {
        watched = handle;
    }

    boolean watches(int handle) {
        return handle == watched && watched != NOT_WATCHED;
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
