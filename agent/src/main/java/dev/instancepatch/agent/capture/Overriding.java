package dev.instancepatch.agent.capture;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Refuses a class whose package-private methods would override others, where it arrives, than where it was written (JVMS 5.4.5): there
 * it is in another run-time package than a superclass that stays, and one that travels too has been opened.
 */
final class Overriding {
    private static final int NOT_PACKAGE_PRIVATE =
            Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED | Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;

    private Overriding() {}

    static void check(WholePart part) {
        for (MethodNode method : part.original().methods) {
            boolean mayOverride =
                    (method.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) == 0 && !method.name.startsWith("<");
            if (mayOverride) {
                check(part, method);
            }
        }
    }

    private static void check(WholePart part, MethodNode method) {
        ClassPool pool = part.program().pool();
        String own = packageOf(part.original().name);
        for (ClassNode c = pool.get(part.original().superName); c != null; c = pool.get(c.superName)) {
            MethodNode inherited = ClassPool.method(c, method.name, method.desc);
            if (inherited == null || (inherited.access & NOT_PACKAGE_PRIVATE) != 0) {
                continue;
            }
            boolean travels = part.program().travels(c.name, part);
            boolean overrides = packageOf(c.name).equals(own);
            if (travels != overrides) {
                throw part.refusal("it uses " + Part.dotted(part.name()) + ", whose " + method.name
                        + (overrides ? " overrides" : " would come to override") + " the package-private one of "
                        + Part.dotted(c.name) + "; make that public or protected, or give it another name");
            }
        }
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }
}
