package dev.instancepatch.agent.weave;

import dev.instancepatch.agent.door.Door;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Lets a clone carry the patches of an object in the side table, which the JVM's copying of fields does not see:
 *
 * <pre>
 * super.clone()          Door.cloned(super.clone(), this)      // where that is Object.clone
 * that.clone()           Door.cloned(that.clone(), that)       // likewise
 * </pre>
 */
final class CloneHook extends MethodVisitor {
    private final Calls calls;

    CloneHook(MethodVisitor next, Calls calls) {
        super(Opcodes.ASM9, next);
        this.calls = calls;
    }

    /** Returns a class and its superclasses, if its objects can be cloned; but those that are never touched. */
    static List<Class<?>> hierarchy(Class<?> type, ClassFilter filter) {
        List<Class<?>> cloning = new ArrayList<>();
        if (Cloneable.class.isAssignableFrom(type)) {
            for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
                if (!filter.excluded(Type.getInternalName(c))) { // its clones come without patches
                    cloning.add(c);
                }
            }
        }
        return cloning;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        boolean clones = name.equals("clone")
                && descriptor.equals("()Ljava/lang/Object;")
                && !owner.startsWith("[")
                && calls.reachObject(opcode);
        if (clones) {
            super.visitInsn(Opcodes.DUP);
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        if (clones) {
            super.visitInsn(Opcodes.SWAP); // copy, original
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    Door.INTERNAL_NAME,
                    "cloned",
                    "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
                    false);
        }
    }

    /**
     * Which calls of {@code clone} in a class's code end at {@code Object.clone}: those to whose class, and above, nobody declares
     * another.
     *
     * @param viaSuper {@code super.clone()} does
     * @param viaThis {@code clone()} does, unless a subclass overrides it
     */
    record Calls(boolean viaSuper, boolean viaThis) {
        static final Calls NONE = new Calls(false, false);

        /** Looks at the loaded class; in a transformer this would load what signatures name. */
        static Calls in(Class<?> type) {
            boolean above = false;
            for (Class<?> c = type.getSuperclass(); c != null && c != Object.class; c = c.getSuperclass()) {
                above |= declaresClone(c);
            }
            return new Calls(!above, !above && !declaresClone(type));
        }

        boolean reachObject(int opcode) {
            return opcode == Opcodes.INVOKESPECIAL ? viaSuper : opcode == Opcodes.INVOKEVIRTUAL && viaThis;
        }

        private static boolean declaresClone(Class<?> type) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals("clone") && method.getParameterCount() == 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
