package dev.instancepatch.inspect;

import dev.instancepatch.RefusedPatchException;

/** A class as a value: its description. */
final class ClassFrame extends Frame {
    @Override
    void step(StreamParser stream) throws RefusedPatchException {
        stream.descriptor();
    }

    @Override
    void took(Content content, StreamParser stream) throws RefusedPatchException {
        stream.complete(content);
        stream.handles().give(Content.CLASS);
        stream.end(Content.CLASS);
    }
}
