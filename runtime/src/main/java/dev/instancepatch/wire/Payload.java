package dev.instancepatch.wire;

import dev.instancepatch.Code;
import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.table.PatchRecord;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The patches of one object, or of many with equal ones, in a stream. See {@link PayloadFormat} for the bytes.
 *
 * <p>A JVM that has the runtime but no agent reads this class too, and refuses: a patch is never lost silently.
 */
public final class Payload implements Serializable {
    private static final long serialVersionUID = 1L;

    private transient @Nullable ObjectStreamClass patched;
    private transient List<OutgoingPatch> outgoing = List.of();
    private transient boolean written;
    private transient @Nullable IncomingPatches incoming; // null until read; a stream may leave readObject out
    private transient @Nullable RefusedPatchException ifReceived;
    private transient boolean stripped; // refused, and the receiver goes on without

    /**
     * Makes the payload that carries these patches.
     *
     * @param patched descriptor of the patched object's class, the very one that the stream has written
     */
    public Payload(ObjectStreamClass patched, List<OutgoingPatch> patches) {
        this.patched = patched;
        this.outgoing = List.copyOf(patches);
    }

    /** Returns true if a function captured the patched object itself: another object needs another payload. */
    public boolean usesOwner() {
        for (OutgoingPatch patch : outgoing) {
            if (patch.usesOwner()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns true if this payload, written whole, carries these very patches of this object: same class, same methods, same
     * functions, same reasons. One that is still being written, because its captured values lead to the object that asks, would
     * be read by that object before it is complete; one that captured the object itself needs a mark in its place.
     */
    public boolean carries(Object owner, ObjectStreamClass type, List<PatchRecord> patches) {
        if (!written || type != patched || patches.size() != outgoing.size()) {
            return false;
        }
        for (int i = 0; i < patches.size(); i++) {
            if (!outgoing.get(i).carries(patches.get(i)) || outgoing.get(i).captures(owner)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Patches an object with what was read; all of it or nothing.
     *
     * @throws dev.instancepatch.RefusedPatchException if the object's class cannot take one of the patches
     */
    public void applyTo(Object object) throws RefusedPatchException {
        if (stripped) {
            return;
        }
        try {
            if (incoming == null) {
                throw ReadRefusals.malformedPayload("it holds nothing", null);
            }
            if (ifReceived != null) {
                throw ifReceived;
            }
            incoming.applyTo(object);
        } catch (RefusedPatchException refusal) {
            OnRefusal.decide(refusal);
        }
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        written = false; // again, after a reset of the stream
        PayloadFormat.write(this, Objects.requireNonNull(patched), outgoing, out);
        written = true;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        outgoing = List.of();
        BeingRead.begin();
        try {
            PayloadFormat.Read read = PayloadFormat.read(in);
            incoming = new IncomingPatches(read.patches());
            ifReceived = read.ifReceived();
        } catch (RefusedPatchException refusal) {
            if (refusal.code() == Code.HIDDEN_PAYLOAD) {
                throw refusal; // from within a nested object, where nobody can read on
            }
            OnRefusal.decide(refusal);
            BeingRead.skip(1);
            stripped = true; // the stream skips the rest of the block, and keeps what others refer to
        } finally {
            BeingRead.end();
        }
    }

    /** Called when all of it has been read, skipped data included. */
    private Object readResolve() {
        if (stripped) {
            BeingRead.skip(-1);
        }
        return this;
    }
}
