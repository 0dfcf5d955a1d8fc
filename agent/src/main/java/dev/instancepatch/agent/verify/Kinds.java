package dev.instancepatch.agent.verify;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.BasicVerifier;

/** The kinds of values: int, long, float, double, reference, and reference to an object that is not initialized. */
final class Kinds extends BasicVerifier {
    /** How often two values may meet, in one method: a second of work. Nothing that a compiler makes comes near. */
    private static final long MAX_MERGES = 200_000_000;

    private final boolean isConstructor;
    private long merges;

    Kinds(String owner, MethodNode method) {
        super(Opcodes.ASM9);
        this.isConstructor = method.name.equals("<init>") && !owner.equals("java/lang/Object");
    }

    @Override
    public BasicValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
        boolean isBare = isConstructor && local == 0;
        return isBare ? new Uninitialized(null) : super.newParameterValue(isInstanceMethod, local, type);
    }

    @Override
    public BasicValue newOperation(AbstractInsnNode instruction) throws AnalyzerException {
        return instruction.getOpcode() == Opcodes.NEW
                ? new Uninitialized(instruction)
                : super.newOperation(instruction);
    }

    @Override
    public BasicValue merge(BasicValue one, BasicValue other) {
        if (++merges > MAX_MERGES) {
            throw new IllegalStateException("it takes too long");
        }
        return super.merge(one, other);
    }

    @Override
    protected boolean isSubTypeOf(BasicValue value, BasicValue expected) {
        return kind(value) == kind(expected);
    }

    /** Where an object must be initialized is left to the JVM; where frames say that it is, see {@link DeclaredFrames}. */
    private static int kind(@Nullable BasicValue value) {
        Type type = value == null ? null : value.getType();
        if (type == null) {
            return -1;
        }
        return type.getSort() == Type.ARRAY ? Type.OBJECT : type.getSort();
    }
}
