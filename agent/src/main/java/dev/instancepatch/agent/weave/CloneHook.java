package dev.instancepatch.agent.weave;

import dev.instancepatch.agent.door.Door;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Lets a clone carry the patches of an object in the side table, which the JVM's copying of fields does not see:
 *
 * <pre>
 * super.clone()          Door.cloned(super.clone(), this)      // where that is Object.clone
 * </pre>
 */
final class CloneHook extends MethodVisitor {
    CloneHook(MethodVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        // The owner is whichever superclass javac names; resolution ends at Object.clone where none declares it.
        if (opcode == Opcodes.INVOKESPECIAL && name.equals("clone") && descriptor.equals("()Ljava/lang/Object;")) {
            super.visitVarInsn(Opcodes.ALOAD, 0);
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    Door.INTERNAL_NAME,
                    "cloned",
                    "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
                    false);
        }
    }
}
