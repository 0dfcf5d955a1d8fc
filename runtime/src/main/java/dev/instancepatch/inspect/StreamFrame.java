package dev.instancepatch.inspect;

import static java.io.ObjectStreamConstants.TC_BLOCKDATA;
import static java.io.ObjectStreamConstants.TC_BLOCKDATALONG;
import static java.io.ObjectStreamConstants.TC_RESET;

import dev.instancepatch.RefusedPatchException;

/** The whole stream: contents up to its end. */
final class StreamFrame extends Frame {
    private boolean isException;

    @Override
    void step(StreamParser stream) throws RefusedPatchException {
        StreamBytes bytes = stream.bytes();
        if (bytes.atEnd()) {
            stream.end();
            return;
        }
        switch (bytes.peek()) {
            case TC_RESET -> {
                bytes.u1();
                stream.handles().clear();
            }
            case TC_BLOCKDATA, TC_BLOCKDATALONG -> Blocks.skip(bytes);
            default -> stream.content();
        }
    }

    @Override
    void took(Content content, StreamParser stream) {
        stream.findings().root(content);
        if (isException) {
            isException = false;
            stream.handles().clear();
        }
    }

    /** Told that the next content is the exception that ended the writing of the one before. */
    void exceptionFollows() {
        isException = true;
    }
}
