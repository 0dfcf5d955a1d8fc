package dev.instancepatch.agent.weave;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Visits something in front of a method's first instruction, and before any label there: a loop that jumps to the method's start
 * must not run it again. Labels and line numbers are held back until the first instruction comes.
 */
abstract class AtFirstInstruction extends MethodVisitor {
    private final Deque<Runnable> held = new ArrayDeque<>();
    private OptionalInt line = OptionalInt.empty();
    private boolean started;

    AtFirstInstruction(MethodVisitor next) {
        super(Opcodes.ASM9, next);
    }

    /** Called once, with the line of the first instruction if that is known. */
    abstract void atFirstInstruction(OptionalInt line);

    private void start() {
        if (!started) {
            started = true;
            atFirstInstruction(line);
            held.forEach(Runnable::run);
        }
    }

    @Override
    public void visitLabel(Label label) {
        if (started) {
            super.visitLabel(label);
        } else {
            held.add(() -> super.visitLabel(label));
        }
    }

    @Override
    public void visitLineNumber(int number, Label label) {
        if (started) {
            super.visitLineNumber(number, label);
        } else {
            line = OptionalInt.of(number);
            held.add(() -> super.visitLineNumber(number, label));
        }
    }

    @Override
    public void visitFrame(
            int type,
            int numLocal,
            @Nullable Object @Nullable [] local,
            int numStack,
            @Nullable Object @Nullable [] stack) {
        start();
        super.visitFrame(type, numLocal, local, numStack, stack);
    }

    @Override
    public void visitInsn(int opcode) {
        start();
        super.visitInsn(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        start();
        super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitVarInsn(int opcode, int local) {
        start();
        super.visitVarInsn(opcode, local);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        start();
        super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        start();
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        start();
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        start();
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        start();
        super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitLdcInsn(Object value) {
        start();
        super.visitLdcInsn(value);
    }

    @Override
    public void visitIincInsn(int local, int increment) {
        start();
        super.visitIincInsn(local, increment);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label defaultLabel, Label... labels) {
        start();
        super.visitTableSwitchInsn(min, max, defaultLabel, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label defaultLabel, int[] keys, Label[] labels) {
        start();
        super.visitLookupSwitchInsn(defaultLabel, keys, labels);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        start();
        super.visitMultiANewArrayInsn(descriptor, dimensions);
    }
}
