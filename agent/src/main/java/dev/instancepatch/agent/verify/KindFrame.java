package dev.instancepatch.agent.verify;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;

/** What stack and local variables hold: a call of its constructor initializes an object wherever it is held (JVMS 4.10.1.9). */
final class KindFrame extends Frame<BasicValue> {
    KindFrame(int locals, int stack) {
        super(locals, stack);
    }

    KindFrame(Frame<? extends BasicValue> frame) {
        super(frame);
    }

    @Override
    public void execute(AbstractInsnNode instruction, Interpreter<BasicValue> interpreter) throws AnalyzerException {
        BasicValue constructed = null;
        if (instruction.getOpcode() == Opcodes.INVOKESPECIAL
                && instruction instanceof MethodInsnNode call
                && call.name.equals("<init>")) {
            int receiver = getStackSize() - Type.getArgumentCount(call.desc) - 1;
            constructed = receiver < 0 ? null : getStack(receiver);
            if (!(constructed instanceof Uninitialized)) {
                throw new AnalyzerException(instruction, "a constructor is called for no new object");
            }
        }
        super.execute(instruction, interpreter);
        if (constructed != null) {
            initialize(constructed);
        }
    }

    private void initialize(BasicValue constructed) {
        for (int i = 0; i < getLocals(); i++) {
            if (constructed.equals(getLocal(i))) {
                setLocal(i, BasicValue.REFERENCE_VALUE);
            }
        }
        for (int i = 0; i < getStackSize(); i++) {
            if (constructed.equals(getStack(i))) {
                setStack(i, BasicValue.REFERENCE_VALUE);
            }
        }
    }
}
