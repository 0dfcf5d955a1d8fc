package dev.instancepatch.inspect;

import static java.io.ObjectStreamConstants.SC_EXTERNALIZABLE;
import static java.io.ObjectStreamConstants.SC_SERIALIZABLE;
import static java.io.ObjectStreamConstants.TC_ENDBLOCKDATA;

import dev.instancepatch.RefusedPatchException;
import org.jspecify.annotations.Nullable;

/** The description of a class: what stands there at once, then the stream's annotation of it, then its superclass. */
final class DescriptorFrame extends Frame {
    private final Described type;
    private boolean annotated;
    private boolean complete;

    private DescriptorFrame(Described type) {
        this.type = type;
    }

    static DescriptorFrame ofClass(StreamParser stream) throws RefusedPatchException {
        StreamBytes bytes = stream.bytes();
        Described type = new Described(bytes.utf(), bytes.i8());
        stream.handles().give(type);
        stream.findings().described(type);
        int flags = bytes.u1();
        int both = SC_SERIALIZABLE | SC_EXTERNALIZABLE;
        if ((flags & both) == both) {
            throw bytes.refusal("a class is Serializable and Externalizable at once");
        }
        type.setFlags(flags);
        int fields = bytes.u2();
        for (int i = 0; i < fields; i++) {
            field(type, stream);
        }
        return new DescriptorFrame(type);
    }

    private static void field(Described type, StreamParser stream) throws RefusedPatchException {
        StreamBytes bytes = stream.bytes();
        char kind = (char) bytes.u1();
        int width = Described.width(kind);
        if (width < 0) {
            throw bytes.refusal("a field's type is none");
        }
        bytes.skip(bytes.u2()); // its name
        if (width == 0) {
            stream.text();
        }
        type.addField(kind);
    }

    static DescriptorFrame ofProxy(StreamParser stream) throws RefusedPatchException {
        StreamBytes bytes = stream.bytes();
        int count = bytes.count(2);
        StringBuilder name = new StringBuilder("proxy of");
        for (int i = 0; i < count; i++) {
            name.append(i == 0 ? " " : ", ").append(bytes.utf());
        }
        Described type = new Described(name.toString(), 0);
        type.setFlags(SC_SERIALIZABLE);
        stream.handles().give(type);
        stream.findings().described(type);
        return new DescriptorFrame(type);
    }

    @Override
    void step(StreamParser stream) throws RefusedPatchException {
        StreamBytes bytes = stream.bytes();
        if (complete) {
            stream.end(type); // here, not where it was told: a chain of superclasses may be long
        } else if (annotated) {
            stream.descriptor();
        } else if (bytes.peek() == TC_ENDBLOCKDATA) {
            bytes.u1();
            annotated = true;
        } else if (Blocks.isNext(bytes)) {
            Blocks.skip(bytes);
        } else {
            stream.content();
        }
    }

    @Override
    void took(Content content, StreamParser stream) throws RefusedPatchException {
        if (annotated) {
            @Nullable Described superclass = content == Content.NULL ? null : stream.complete(content);
            type.complete(superclass);
            complete = true;
        }
    }
}
