package dev.instancepatch.agent.capture;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * A {@code static final} lambda that captures nothing: code, not a value, so that it is made where it is used, from its body, which
 * comes along. It may well use itself.
 *
 * <pre>
 * static final Fn FACTORIAL = n -> n &lt;= 1 ? 1 : n * FACTORIAL.apply(n - 1);
 *
 * getstatic Main.FACTORIAL        becomes        invokedynamic LambdaMetafactory … lambda$static$0
 * </pre>
 */
final class LambdaField {
    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

    private LambdaField() {}

    /** Returns what to do instead of reading a static field, or null if it holds no such lambda. */
    static @Nullable InsnList anew(ClassNode host, FieldInsnNode read) {
        AbstractInsnNode made = FieldWrites.before(FieldWrites.only(host, read));
        if (!(made instanceof InvokeDynamicInsnNode indy)
                || !indy.bsm.getOwner().equals(METAFACTORY)
                || !indy.desc.startsWith("()")) {
            return null;
        }
        InsnList again = new InsnList();
        again.add(new InvokeDynamicInsnNode(indy.name, indy.desc, indy.bsm, indy.bsmArgs.clone()));
        return again;
    }
}
