package dev.instancepatch.agent.weave;

import dev.instancepatch.agent.backstage.Backstage;
import org.objectweb.asm.Opcodes;

/**
 * Marks a class whose methods got their prologues at load ({@code weave=eager}): a private static field, which changes no
 * serialVersionUID, and which tells every later retransformation that the prologues belong there.
 */
final class EagerMark {
    static final String FIELD = "$instancePatchEager";
    static final FieldInsertion.Field ADDED = new FieldInsertion.Field(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC, FIELD, "Z");

    private EagerMark() {}

    /** True if a class can be woven while it loads: an interface cannot have the mark, an old class file no call sites. */
    static boolean fits(ClassShape shape) {
        return !shape.isInterfaceOrModule() && shape.majorVersion() >= Opcodes.V1_7;
    }

    static boolean isOn(Class<?> type) {
        try {
            Backstage.lookupIn(type)
                    .findStaticGetter(type, FIELD, boolean.class); // JDK 17's VarHandle initialises the class
            return true;
        } catch (NoSuchFieldException | IllegalAccessException absent) {
            return false; // none, or a superclass's
        }
    }
}
