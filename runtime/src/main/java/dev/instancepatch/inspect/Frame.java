package dev.instancepatch.inspect;

import dev.instancepatch.RefusedPatchException;

/** A content that is being read: frames stand for the calls of a reader that would call itself. */
abstract class Frame {
    /** Reads on by one content at most, or ends itself. */
    abstract void step(StreamParser stream) throws RefusedPatchException;

    /** Told what the content is that a step has read. */
    void took(Content content, StreamParser stream) throws RefusedPatchException {}
}
