package dev.instancepatch.agent.verify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * A method's stack map frames, one after the other, each as the one before changed (JVMS 4.7.4): none may promise more than the analysis
 * of the code finds. Frames of code that nothing leads to cannot be compared.
 */
final class DeclaredFrames {
    private final List<Object> locals = new ArrayList<>(); // as FrameNode has them
    private List<Object> stack = List.of();

    private DeclaredFrames(String owner, MethodNode method) {
        if ((method.access & Opcodes.ACC_STATIC) == 0) {
            boolean isBare = method.name.equals("<init>") && !owner.equals("java/lang/Object");
            locals.add(isBare ? Opcodes.UNINITIALIZED_THIS : owner);
        }
        for (Type parameter : Type.getArgumentTypes(method.desc)) {
            locals.add(declared(parameter));
        }
    }

    private static Object declared(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Opcodes.INTEGER;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.LONG -> Opcodes.LONG;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            default -> type.getInternalName();
        };
    }

    /** Returns which frame promises what is not there, or null if none does. */
    static @Nullable String mismatch(String owner, MethodNode method, @Nullable Frame<BasicValue>[] found) {
        DeclaredFrames declared = new DeclaredFrames(owner, method);
        for (AbstractInsnNode at = method.instructions.getFirst(); at != null; at = at.getNext()) {
            if (at instanceof FrameNode frame) {
                declared.change(frame);
                Frame<BasicValue> there = found[method.instructions.indexOf(at)];
                if (there != null && !declared.isTrueOf(there)) {
                    return "a stack map frame declares what is not there";
                }
            }
        }
        return null;
    }

    private void change(FrameNode frame) {
        switch (frame.type) {
            case Opcodes.F_APPEND -> locals.addAll(frame.local);
            case Opcodes.F_CHOP -> {
                int left = locals.size() - frame.local.size();
                locals.subList(Math.max(0, left), locals.size()).clear();
            }
            case Opcodes.F_FULL, Opcodes.F_NEW -> {
                locals.clear();
                locals.addAll(frame.local);
            }
            default -> {} // the same locals
        }
        stack = frame.stack == null ? List.of() : frame.stack;
    }

    private boolean isTrueOf(Frame<BasicValue> found) {
        int slot = 0;
        for (Object local : locals) {
            int size = local == Opcodes.LONG || local == Opcodes.DOUBLE ? 2 : 1;
            if (slot + size > found.getLocals() || !holds(local, found.getLocal(slot))) {
                return false;
            }
            slot += size;
        }
        if (stack.size() != found.getStackSize()) {
            return false;
        }
        for (int i = 0; i < stack.size(); i++) {
            if (!holds(stack.get(i), found.getStack(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Object declared, BasicValue found) {
        if (declared == Opcodes.TOP) {
            return true; // promises nothing
        }
        if (declared == Opcodes.UNINITIALIZED_THIS || declared instanceof LabelNode) {
            return found instanceof Uninitialized one && one.creation() == creation(declared);
        }
        if (declared == Opcodes.INTEGER) {
            return found == BasicValue.INT_VALUE;
        } else if (declared == Opcodes.FLOAT) {
            return found == BasicValue.FLOAT_VALUE;
        } else if (declared == Opcodes.LONG) {
            return found == BasicValue.LONG_VALUE;
        } else if (declared == Opcodes.DOUBLE) {
            return found == BasicValue.DOUBLE_VALUE;
        }
        return found.isReference() && !(found instanceof Uninitialized);
    }

    /** Returns the new instruction that a label stands in front of, or null for {@code this}. */
    private static @Nullable AbstractInsnNode creation(Object declared) {
        AbstractInsnNode at = declared instanceof LabelNode label ? label : null;
        while (at != null && at.getOpcode() < 0) {
            at = at.getNext();
        }
        return at;
    }
}
