package dev.instancepatch.agent.capture;

import java.lang.invoke.MethodHandleInfo;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Writes a method reference as the lambda it could have been (JLS 15.13.3), so that all that follows knows lambdas only:
 *
 * <pre>
 * Turkey::hi        static String &lt;reference&gt;(Turkey a) { return a.hi(); }
 * Main::squawk      static String &lt;reference&gt;(Turkey a) { return Main.squawk(a); }
 * Coop::new         static Coop &lt;reference&gt;(Turkey a) { return new Coop(a); }
 * </pre>
 */
final class ReferenceMethod {
    /** No method of a class can have this name. */
    static final String NAME = "<reference>";

    private ReferenceMethod() {}

    static MethodNode of(LambdaSite site, ClassPool pool) {
        String descriptor = site.entryDescriptor();
        MethodNode method = new MethodNode(
                Opcodes.ASM9,
                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                NAME,
                descriptor,
                null,
                null);
        boolean makes = site.kind() == MethodHandleInfo.REF_newInvokeSpecial;
        if (makes) {
            method.instructions.add(new TypeInsnNode(Opcodes.NEW, site.owner()));
            method.instructions.add(new InsnNode(Opcodes.DUP));
        }
        int locals = 0;
        for (Type parameter : Type.getArgumentTypes(descriptor)) {
            method.instructions.add(new VarInsnNode(parameter.getOpcode(Opcodes.ILOAD), locals));
            locals += parameter.getSize();
        }
        method.instructions.add(call(site, pool));
        Type result = Type.getReturnType(descriptor);
        method.instructions.add(new InsnNode(result.getOpcode(Opcodes.IRETURN)));
        method.maxLocals = locals;
        method.maxStack = Math.max(locals + (makes ? 2 : 0), result.getSize());
        return method;
    }

    private static MethodInsnNode call(LambdaSite site, ClassPool pool) {
        int opcode = switch (site.kind()) {
            case MethodHandleInfo.REF_invokeStatic -> Opcodes.INVOKESTATIC;
            case MethodHandleInfo.REF_newInvokeSpecial -> Opcodes.INVOKESPECIAL;
            case MethodHandleInfo.REF_invokeInterface -> Opcodes.INVOKEINTERFACE;
            default -> Opcodes.INVOKEVIRTUAL; // private methods too: the slice bridges them
        };
        boolean isInterface =
                opcode == Opcodes.INVOKEINTERFACE || (opcode == Opcodes.INVOKESTATIC && pool.isInterface(site.owner()));
        return new MethodInsnNode(opcode, site.owner(), site.name(), site.descriptor(), isInterface);
    }
}
