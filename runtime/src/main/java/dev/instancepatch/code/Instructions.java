package dev.instancepatch.code;

import static dev.instancepatch.code.ConstantPool.CLASS;
import static dev.instancepatch.code.ConstantPool.FIELD;
import static dev.instancepatch.code.ConstantPool.INTERFACE_METHOD;
import static dev.instancepatch.code.ConstantPool.INVOKE_DYNAMIC;
import static dev.instancepatch.code.ConstantPool.METHOD;

import java.util.BitSet;

/** Where the instructions of one method begin (JVMS 6.5): no jump, no handler and no stack map frame points between two of them. */
final class Instructions {
    private static final int NEW = 187;

    private final int length;
    private final ConstantPool pool;
    private final BitSet starts = new BitSet();
    private final BitSet creations = new BitSet(); // those of the new instructions
    private final BitSet targets = new BitSet();

    Instructions(ClassBytes code, ConstantPool pool) throws MalformedBundleException {
        this.length = code.left();
        this.pool = pool;
        while (code.left() > 0) {
            starts.set(code.position());
            read(code, code.position());
        }
        for (int target = targets.nextSetBit(0); target >= 0; target = targets.nextSetBit(target + 1)) {
            requireStart(target);
        }
    }

    int length() {
        return length;
    }

    void requireStart(int offset) throws MalformedBundleException {
        if (!starts.get(offset)) {
            throw new MalformedBundleException("no instruction of it begins at " + offset + ", where one should");
        }
    }

    void requireCreation(int offset) throws MalformedBundleException {
        if (!creations.get(offset)) {
            throw new MalformedBundleException("no instruction of it creates an object at " + offset);
        }
    }

    private void read(ClassBytes code, int start) throws MalformedBundleException {
        int opcode = code.u1();
        switch (opcode) {
            case 18 -> pool.requireLoadable(code.u1());
            case 19, 20 -> pool.requireLoadable(code.u2());
            case 170 -> tableSwitch(code, start);
            case 171 -> lookupSwitch(code, start);
            case 178, 179, 180, 181 -> pool.require(code.u2(), FIELD);
            case 182 -> pool.require(code.u2(), METHOD);
            case 183, 184 -> pool.require(code.u2(), METHOD, INTERFACE_METHOD);
            case 185 -> {
                pool.require(code.u2(), INTERFACE_METHOD);
                code.skip(2);
            }
            case 186 -> {
                pool.require(code.u2(), INVOKE_DYNAMIC);
                code.skip(2);
            }
            case NEW, 189, 192, 193 -> pool.require(code.u2(), CLASS);
            case 196 -> code.skip(code.u1() == 132 ? 4 : 2); // wide iinc, or wide load, store or ret
            case 197 -> {
                pool.require(code.u2(), CLASS);
                code.skip(1);
            }
            case 200, 201 -> target(start, code.s4());
            default -> simple(opcode, code, start);
        }
        if (opcode == NEW) {
            creations.set(start);
        }
    }

    private void simple(int opcode, ClassBytes code, int start) throws MalformedBundleException {
        boolean isJump = opcode >= 153 && opcode <= 168 || opcode == 198 || opcode == 199;
        boolean hasByte = opcode == 16
                || opcode == 188
                || opcode == 169
                || opcode >= 21 && opcode <= 25
                || opcode >= 54 && opcode <= 58;
        if (opcode > 201) {
            throw new MalformedBundleException("it has an instruction that there is not, " + opcode);
        }
        if (isJump) {
            target(start, code.s2());
        } else if (hasByte) {
            code.skip(1);
        } else if (opcode == 17 || opcode == 132) {
            code.skip(2);
        }
    }

    private void target(int start, int offset) throws MalformedBundleException {
        long target = (long) start + offset;
        if (target < 0 || target >= length) {
            throw new MalformedBundleException("it jumps out of its code");
        }
        targets.set((int) target);
    }

    private void tableSwitch(ClassBytes code, int start) throws MalformedBundleException {
        pad(code);
        target(start, code.s4());
        long low = code.s4();
        long high = code.s4();
        if (low > high) {
            throw new MalformedBundleException("it has a switch that is none");
        }
        for (long left = high - low + 1; left > 0; left--) { // ends with the code, if not before
            target(start, code.s4());
        }
    }

    private void lookupSwitch(ClassBytes code, int start) throws MalformedBundleException {
        pad(code);
        target(start, code.s4());
        int count = code.s4();
        if (count < 0) {
            throw new MalformedBundleException("it has a switch that is none");
        }
        for (int left = count; left > 0; left--) {
            code.skip(4);
            target(start, code.s4());
        }
    }

    private static void pad(ClassBytes code) throws MalformedBundleException {
        code.skip(-code.position() & 3);
    }
}
