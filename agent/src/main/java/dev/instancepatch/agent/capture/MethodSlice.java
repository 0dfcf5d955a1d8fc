package dev.instancepatch.agent.capture;

import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** One method on its way into a slice: asks the {@link Slicer} for everything it names, under the names it has there. */
final class MethodSlice {
    private static final String ASSERTIONS = "$assertionsDisabled";

    private final Slicer slicer;
    private final MethodNode original;
    private final MethodNode slice;

    MethodSlice(Slicer slicer, MethodNode original) {
        this.slicer = slicer;
        this.original = original;

        this.slice = new MethodNode(Opcodes.ASM9, original.access, slicer.nameOf(original), original.desc, null, null);
    }

    MethodNode slice() {
        descriptor(original.desc);
        original.accept(slice);
        slice.invisibleAnnotations = null;
        slice.visibleAnnotations = null;
        slice.visibleTypeAnnotations = null;
        slice.invisibleTypeAnnotations = null;
        slice.visibleParameterAnnotations = null;
        slice.invisibleParameterAnnotations = null;
        slice.localVariables = null;
        slice.visibleLocalVariableAnnotations = null;
        slice.invisibleLocalVariableAnnotations = null;
        slice.parameters = null;
        slice.attrs = null;
        for (TryCatchBlockNode block : slice.tryCatchBlocks) {
            if (block.type != null) {
                type(Type.getObjectType(block.type));
            }
        }
        for (AbstractInsnNode instruction : slice.instructions.toArray()) {
            visit(instruction);
        }
        return slice;
    }

    private void visit(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            call(call);
        } else if (instruction instanceof FieldInsnNode field) {
            field(field);
        } else if (instruction instanceof InvokeDynamicInsnNode indy) {
            descriptor(indy.desc);
            indy.bsm = handle(indy.bsm);
            indy.bsmArgs = constants(indy.bsmArgs);
        } else if (instruction instanceof LdcInsnNode ldc) {
            ldc.cst = constant(ldc.cst);
        } else if (instruction instanceof TypeInsnNode typed) {
            type(Type.getObjectType(typed.desc));
        } else if (instruction instanceof MultiANewArrayInsnNode array) {
            type(Type.getType(array.desc));
        }
    }

    private void call(MethodInsnNode call) {
        descriptor(call.desc);
        if (call.owner.equals(slicer.host()) && slicer.takes(call.name, call.desc)) {
            call.name = slicer.need(call.name, call.desc);
            call.owner = slicer.name();
            call.itf = false; // the slice of an interface is a class
        } else {
            type(Type.getObjectType(call.owner));
        }
    }

    private void field(FieldInsnNode field) {
        if (field.owner.equals(slicer.host()) && field.name.equals(ASSERTIONS)) {
            askReceiverForAssertions(field);
        } else if (!field.owner.equals(slicer.host()) || slicer.isPatchedHost()) {
            type(Type.getObjectType(field.owner));
            type(Type.getType(field.desc));
        } else {
            InsnList logger = slicer.loggerByName(field);
            if (logger == null) {
                throw slicer.refuseField(field.name);
            }
            slice.instructions.insert(field, logger);
            slice.instructions.remove(field);
        }
    }

    /** {@code $assertionsDisabled} becomes {@code !Host.class.desiredAssertionStatus()}: the receiver's setting, no static. */
    private void askReceiverForAssertions(FieldInsnNode field) {
        InsnList status = new InsnList();
        status.add(new LdcInsnNode(Type.getObjectType(slicer.name())));
        status.add(
                new MethodInsnNode(Opcodes.INVOKEVIRTUAL, "java/lang/Class", "desiredAssertionStatus", "()Z", false));
        status.add(new InsnNode(Opcodes.ICONST_1));
        status.add(new InsnNode(Opcodes.IXOR));
        slice.instructions.insert(field, status);
        slice.instructions.remove(field);
        slice.maxStack++;
    }

    private Object[] constants(Object[] constants) {
        Object[] sliced = new Object[constants.length];
        for (int i = 0; i < sliced.length; i++) {
            sliced[i] = constant(constants[i]);
        }
        return sliced;
    }

    private Object constant(Object constant) {
        if (constant instanceof Handle handle) {
            return handle(handle);
        }
        if (constant instanceof Type type) {
            if (type.getSort() == Type.METHOD) {
                descriptor(type.getDescriptor());
            } else {
                type(type);
            }
            return type;
        }
        return constant instanceof ConstantDynamic dynamic ? dynamic(dynamic) : constant;
    }

    private ConstantDynamic dynamic(ConstantDynamic dynamic) {
        type(Type.getType(dynamic.getDescriptor()));
        Object[] arguments = new Object[dynamic.getBootstrapMethodArgumentCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = constant(dynamic.getBootstrapMethodArgument(i));
        }
        return new ConstantDynamic(
                dynamic.getName(), dynamic.getDescriptor(), handle(dynamic.getBootstrapMethod()), arguments);
    }

    private Handle handle(Handle handle) {
        if (!handle.getOwner().equals(slicer.host()) || !slicer.takes(handle.getName(), handle.getDesc())) {
            type(Type.getObjectType(handle.getOwner()));
            return handle;
        }
        if (!handle.getDesc().startsWith("(")) {
            throw slicer.refuseField(handle.getName());
        }
        descriptor(handle.getDesc());
        return new Handle(
                handle.getTag(),
                slicer.name(),
                slicer.need(handle.getName(), handle.getDesc()),
                handle.getDesc(),
                false);
    }

    private void descriptor(String descriptor) {
        for (Type parameter : Type.getArgumentTypes(descriptor)) {
            type(parameter);
        }
        type(Type.getReturnType(descriptor));
    }

    private void type(Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() == Type.OBJECT) {
            slicer.requireReference(element.getInternalName());
        }
    }
}
