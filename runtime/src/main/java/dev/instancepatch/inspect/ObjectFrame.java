package dev.instancepatch.inspect;

import static java.io.ObjectStreamConstants.TC_ENDBLOCKDATA;

import dev.instancepatch.RefusedPatchException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object: its class, then for each class of the hierarchy its fields and what a writeObject of it has written. */
final class ObjectFrame extends Frame {
    private Content self = Content.NULL; // until its class is known
    private @Nullable OwnObject own; // where it is one of this library's
    private Iterator<Described> slots = List.<Described>of().iterator();
    private boolean hasClass;
    private int references; // yet to be read of the current slot
    private boolean inCustomData;

    @Override
    void step(StreamParser stream) throws RefusedPatchException {
        if (!hasClass) {
            stream.descriptor();
        } else if (references > 0) {
            references--;
            stream.content();
        } else if (inCustomData) {
            customData(stream);
        } else if (slots.hasNext()) {
            begin(slots.next(), stream);
        } else {
            stream.end(self);
        }
    }

    @Override
    void took(Content content, StreamParser stream) throws RefusedPatchException {
        if (!hasClass) {
            begin(stream.complete(content), stream.handles(), stream.findings());
        } else if (own != null) {
            own.add(content);
        }
    }

    private void begin(Described type, Handles handles, Findings findings) {
        hasClass = true;
        type.countObject();
        own = OwnObject.of(type);
        self = own == null ? type.instance() : own;
        handles.give(self);
        slots = type.slots().iterator();
        if (own != null) {
            findings.own(own);
        }
    }

    private void begin(Described slot, StreamParser stream) throws RefusedPatchException {
        if (slot.isEndless()) {
            throw stream.bytes().refusal("the data of " + slot.name() + " has no end (protocol version 1)");
        }
        stream.bytes().skip(slot.primitiveBytes());
        references = slot.references();
        inCustomData = slot.hasCustomData();
    }

    private void customData(StreamParser stream) throws RefusedPatchException {
        StreamBytes bytes = stream.bytes();
        if (bytes.peek() == TC_ENDBLOCKDATA) {
            bytes.u1();
            inCustomData = false;
        } else if (!Blocks.isNext(bytes)) {
            stream.content();
        } else if (own == null) {
            Blocks.skip(bytes);
        } else {
            own.add(Blocks.take(bytes));
        }
    }
}
