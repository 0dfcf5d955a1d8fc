package dev.instancepatch.inspect;

import dev.instancepatch.RefusedPatchException;

/** An enum constant: its class, its name. */
final class EnumFrame extends Frame {
    @Override
    void step(StreamParser stream) throws RefusedPatchException {
        stream.descriptor();
    }

    @Override
    void took(Content content, StreamParser stream) throws RefusedPatchException {
        Described type = stream.complete(content);
        type.countObject();
        stream.handles().give(type.instance());
        stream.text();
        stream.end(type.instance());
    }
}
