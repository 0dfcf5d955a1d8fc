package dev.instancepatch.agent.capture;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds where a class gives a static field its value. */
final class FieldWrites {
    private FieldWrites() {}

    /** Returns the only instruction that does, or null if there are several or none. */
    static @Nullable AbstractInsnNode only(ClassNode host, FieldInsnNode read) {
        AbstractInsnNode only = null;
        for (MethodNode method : host.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof FieldInsnNode write
                        && write.getOpcode() == Opcodes.PUTSTATIC
                        && write.owner.equals(host.name)
                        && write.name.equals(read.name)) {
                    if (only != null) {
                        return null;
                    }
                    only = write;
                }
            }
        }
        return only;
    }

    static @Nullable AbstractInsnNode before(@Nullable AbstractInsnNode instruction) {
        AbstractInsnNode before = instruction == null ? null : instruction.getPrevious();
        while (before != null && before.getOpcode() < 0) {
            before = before.getPrevious(); // a label, a line, a frame
        }
        return before;
    }
}
