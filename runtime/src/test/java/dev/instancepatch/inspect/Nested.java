package dev.instancepatch.inspect;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectStreamConstants;

/** Streams that no writer has a stack for. */
final class Nested {
    private Nested() {}

    /** Returns a stream of an array of one array of one array and so on, around an empty one. */
    static byte[] arrays(int depth) throws IOException {
        byte[] one = Sample.stream(out -> out.writeObject(new Object[0]));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(one, 0, one.length - 4);
        for (int i = 0; i < depth; i++) {
            out.writeInt(1);
            out.writeByte(ObjectStreamConstants.TC_ARRAY);
            out.writeByte(ObjectStreamConstants.TC_REFERENCE);
            out.writeInt(ObjectStreamConstants.baseWireHandle);
        }
        out.writeInt(0);
        return bytes.toByteArray();
    }
}
