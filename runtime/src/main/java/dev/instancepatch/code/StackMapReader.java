package dev.instancepatch.code;

/** Reads stack map frames (JVMS 4.7.4): whether each is one, and begins where an instruction does. */
final class StackMapReader {
    private final ConstantPool pool;
    private final Instructions instructions;

    StackMapReader(ConstantPool pool, Instructions instructions) {
        this.pool = pool;
        this.instructions = instructions;
    }

    void read(ClassBytes in) throws MalformedBundleException {
        int offset = -1;
        for (int left = in.u2(); left > 0; left--) {
            offset += 1 + frame(in);
            instructions.requireStart(offset);
        }
    }

    /** Returns how many instructions' bytes it leaves between itself and the one before. */
    private int frame(ClassBytes in) throws MalformedBundleException {
        int type = in.u1();
        if (type < 64) {
            return type;
        }
        if (type < 128) {
            types(1, in);
            return type - 64;
        }
        if (type < 247) {
            throw new MalformedBundleException("it has a stack map frame of no kind that there is");
        }
        int delta = in.u2();
        if (type == 247) {
            types(1, in);
        } else if (type > 251 && type < 255) {
            types(type - 251, in);
        } else if (type == 255) {
            types(in.u2(), in);
            types(in.u2(), in);
        }
        return delta;
    }

    private void types(int count, ClassBytes in) throws MalformedBundleException {
        for (int left = count; left > 0; left--) {
            int tag = in.u1();
            if (tag == 7) {
                pool.require(in.u2(), ConstantPool.CLASS);
            } else if (tag == 8) {
                instructions.requireCreation(in.u2());
            } else if (tag > 8) {
                throw new MalformedBundleException("a stack map frame in it has a type of no kind that there is");
            }
        }
    }
}
