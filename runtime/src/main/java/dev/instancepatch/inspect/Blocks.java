package dev.instancepatch.inspect;

import static java.io.ObjectStreamConstants.TC_BLOCKDATA;
import static java.io.ObjectStreamConstants.TC_BLOCKDATALONG;

import dev.instancepatch.RefusedPatchException;

/** Blocks of bytes between objects. */
final class Blocks {
    private Blocks() {}

    static boolean isNext(StreamBytes bytes) throws RefusedPatchException {
        int tag = bytes.peek();
        return tag == TC_BLOCKDATA || tag == TC_BLOCKDATALONG;
    }

    static void skip(StreamBytes bytes) throws RefusedPatchException {
        bytes.skip(length(bytes));
    }

    static byte[] take(StreamBytes bytes) throws RefusedPatchException {
        return bytes.take(length(bytes));
    }

    private static int length(StreamBytes bytes) throws RefusedPatchException {
        return bytes.u1() == TC_BLOCKDATA ? bytes.u1() : bytes.i4();
    }
}
