package dev.instancepatch.agent.capture;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Finds the {@code new} that belongs to a constructor call. */
final class ConstructorCalls {
    private ConstructorCalls() {}

    /**
     * Returns the {@code new} (with a {@code dup} right behind it) whose object a constructor call completes, or null if a
     * branch lies between: frames then speak of the uncompleted object.
     */
    static @Nullable TypeInsnNode instructionOf(MethodInsnNode call) {
        int open = 0;
        for (AbstractInsnNode before = call.getPrevious(); before != null; before = before.getPrevious()) {
            if (before instanceof FrameNode) {
                return null;
            }
            if (before instanceof MethodInsnNode inner && isConstructorOf(inner, call.owner)) {
                open++;
            }
            if (before instanceof TypeInsnNode made && isNewOf(made, call.owner) && open-- == 0) {
                return isDuplicated(made) ? made : null;
            }
        }
        return null;
    }

    private static boolean isConstructorOf(MethodInsnNode call, String owner) {
        return call.name.equals("<init>") && call.owner.equals(owner);
    }

    private static boolean isNewOf(TypeInsnNode made, String owner) {
        return made.getOpcode() == Opcodes.NEW && made.desc.equals(owner);
    }

    private static boolean isDuplicated(TypeInsnNode made) {
        return made.getNext() != null && made.getNext().getOpcode() == Opcodes.DUP;
    }
}
