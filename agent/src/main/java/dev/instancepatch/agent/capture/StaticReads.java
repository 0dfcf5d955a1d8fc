package dev.instancepatch.agent.capture;

import dev.instancepatch.restore.Bridges;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What code that travels does instead of reading a static field, since no static travels: loggers are found by name, lambdas are
 * made anew, and all else that is final is taken as it was.
 */
final class StaticReads {
    static final String ASSERTIONS = "$assertionsDisabled";

    private StaticReads() {}

    static InsnList of(Part part, FieldInsnNode field, StaticField found) {
        if (field.getOpcode() == Opcodes.PUTSTATIC || !found.isFinal()) {
            throw part.refuseField(found.declaring().name, field.name);
        }
        InsnList logger = LoggerField.byName(found.declaring(), field);
        if (logger != null) {
            return logger;
        }
        InsnList lambda = LambdaField.anew(found.declaring(), field);
        return lambda != null ? lambda : asItWas(part, field, found);
    }

    private static InsnList asItWas(Part part, FieldInsnNode field, StaticField found) {
        InvokeDynamicInsnNode site = new InvokeDynamicInsnNode(
                field.name, part.visibility().visible("()" + field.desc), Bridging.LINK, Bridges.STATIC_VALUE, "", "");
        part.program().statics().add(found, site);
        InsnList value = new InsnList();
        value.add(site);
        part.program().calls().reads(found);
        return value;
    }

    /** {@code $assertionsDisabled} becomes {@code !Host.class.desiredAssertionStatus()}: the receiver's setting, no static. */
    static InsnList assertions(Part part) {
        InsnList status = new InsnList();
        status.add(new LdcInsnNode(Type.getObjectType(part.name())));
        status.add(
                new MethodInsnNode(Opcodes.INVOKEVIRTUAL, "java/lang/Class", "desiredAssertionStatus", "()Z", false));
        status.add(new InsnNode(Opcodes.ICONST_1));
        status.add(new InsnNode(Opcodes.IXOR));
        return status;
    }
}
