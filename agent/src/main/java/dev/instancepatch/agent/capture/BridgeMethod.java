package dev.instancepatch.agent.capture;

import dev.instancepatch.restore.Bridges;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Stands for a method reference that the slice cannot name: {@code Turkey::hi} inside a lambda becomes a static method of the
 * slice with a call site in it.
 */
final class BridgeMethod {
    private BridgeMethod() {}

    static MethodNode of(Handle handle, Bridging bridging) {
        InvokeDynamicInsnNode site = site(handle, bridging);
        MethodNode method = new MethodNode(
                Opcodes.ASM9,
                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                "bridge",
                site.desc,
                null,
                null);
        int local = 0;
        for (Type parameter : Type.getArgumentTypes(site.desc)) {
            method.instructions.add(new VarInsnNode(parameter.getOpcode(Opcodes.ILOAD), local));
            local += parameter.getSize();
        }
        Type result = Type.getReturnType(site.desc);
        method.instructions.add(site);
        method.instructions.add(new InsnNode(result.getOpcode(Opcodes.IRETURN)));
        method.maxLocals = local;
        method.maxStack = Math.max(local, result.getSize());
        return method;
    }

    private static InvokeDynamicInsnNode site(Handle handle, Bridging bridging) {
        String owner = handle.getOwner();
        String descriptor = handle.getDesc();
        return switch (handle.getTag()) {
            case Opcodes.H_INVOKESTATIC ->
                bridging.site(handle.getName(), descriptor, Bridges.STATIC, owner, descriptor);
            case Opcodes.H_NEWINVOKESPECIAL ->
                bridging.site(
                        "make",
                        descriptor.substring(0, descriptor.length() - 1) + "L" + owner + ";",
                        Bridges.NEW,
                        owner,
                        descriptor);
            default ->
                bridging.site(
                        handle.getName(),
                        "(L" + owner + ";" + descriptor.substring(1),
                        Bridges.VIRTUAL,
                        owner,
                        descriptor);
        };
    }
}
