package dev.instancepatch.code;

/** A class file's bytes, or a part of them, read from the front. Nothing behind the end is ever looked at. */
final class ClassBytes {
    private final byte[] bytes;
    private final int start;
    private final int end;
    private int at;

    ClassBytes(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ClassBytes(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.at = start;
    }

    int u1() throws MalformedBundleException {
        require(1);
        return bytes[at++] & 0xff;
    }

    int u2() throws MalformedBundleException {
        return u1() << 8 | u1();
    }

    int s2() throws MalformedBundleException {
        return (short) u2();
    }

    int s4() throws MalformedBundleException {
        return u2() << 16 | u2();
    }

    long u4() throws MalformedBundleException {
        return s4() & 0xffff_ffffL;
    }

    void skip(long count) throws MalformedBundleException {
        require(count);
        at += (int) count;
    }

    /** Returns the next bytes as a whole of their own, and goes on behind them. */
    ClassBytes part(long length) throws MalformedBundleException {
        require(length);
        ClassBytes part = new ClassBytes(bytes, at, at + (int) length);
        at += (int) length;
        return part;
    }

    /** Returns how many bytes were read. */
    int position() {
        return at - start;
    }

    int left() {
        return end - at;
    }

    void requireEnd(String what) throws MalformedBundleException {
        if (left() > 0) {
            throw new MalformedBundleException(what + " goes on after its end");
        }
    }

    private void require(long count) throws MalformedBundleException {
        if (count > left()) {
            throw new MalformedBundleException("it ends too early");
        }
    }
}
