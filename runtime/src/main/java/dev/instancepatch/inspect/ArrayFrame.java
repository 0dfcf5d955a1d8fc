package dev.instancepatch.inspect;

import dev.instancepatch.RefusedPatchException;
import org.jspecify.annotations.Nullable;

/** An array: its class, its length, its elements. */
final class ArrayFrame extends Frame {
    private @Nullable Described type;
    private int elements; // yet to be read

    @Override
    void step(StreamParser stream) throws RefusedPatchException {
        if (type == null) {
            stream.descriptor();
        } else if (elements > 0) {
            elements--;
            stream.content();
        } else {
            stream.end(type.instance());
        }
    }

    @Override
    void took(Content content, StreamParser stream) throws RefusedPatchException {
        if (type == null) {
            type = stream.complete(content);
            type.countObject();
            stream.handles().give(type.instance());
            begin(type.name(), stream.bytes());
        }
    }

    private void begin(String name, StreamBytes bytes) throws RefusedPatchException {
        int width = name.length() > 1 && name.startsWith("[") ? Described.width(name.charAt(1)) : -1;
        if (width < 0) {
            throw bytes.refusal("an array's class is none of an array");
        }
        int length = bytes.count(Math.max(width, 1));
        if (width == 0) {
            elements = length;
        } else {
            bytes.skip((long) length * width);
        }
    }
}
