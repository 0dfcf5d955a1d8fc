package dev.instancepatch.code;

/** Reads a method's code (JVMS 4.7.3). */
final class CodeReader {
    private static final int MAX_LENGTH = 65_535;

    private final ConstantPool pool;
    private final AttributeReader attributes;

    CodeReader(ConstantPool pool, AttributeReader attributes) {
        this.pool = pool;
        this.attributes = attributes;
    }

    void read(ClassBytes in) throws MalformedBundleException {
        in.skip(4); // max_stack, max_locals
        long length = in.u4();
        if (length == 0 || length > MAX_LENGTH) {
            throw new MalformedBundleException("a method of it has code of " + length + " bytes");
        }
        Instructions instructions = new Instructions(in.part(length), pool);
        exceptionTable(in, instructions);
        attributes.readOfCode(in, instructions);
    }

    private void exceptionTable(ClassBytes in, Instructions instructions) throws MalformedBundleException {
        for (int left = in.u2(); left > 0; left--) {
            int start = in.u2();
            int end = in.u2();
            if (end <= start) {
                throw new MalformedBundleException("it handles exceptions of no instruction");
            }
            instructions.requireStart(start);
            if (end != instructions.length()) {
                instructions.requireStart(end);
            }
            instructions.requireStart(in.u2());
            pool.requireIfAny(in.u2(), ConstantPool.CLASS);
        }
    }
}
