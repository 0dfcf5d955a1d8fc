package dev.instancepatch.agent.verify;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.BasicValue;

/** An object whose constructor has not been called: {@code this} in a constructor, or what an instruction has just created. */
final class Uninitialized extends BasicValue {
    private final @Nullable AbstractInsnNode creation;

    /**
     * Makes one.
     *
     * @param creation the new instruction, or null for {@code this}
     */
    Uninitialized(@Nullable AbstractInsnNode creation) {
        super(Type.getObjectType("java/lang/Object"));
        this.creation = creation;
    }

    @Nullable
    AbstractInsnNode creation() {
        return creation;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Uninitialized one && one.creation == creation;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(creation);
    }
}
