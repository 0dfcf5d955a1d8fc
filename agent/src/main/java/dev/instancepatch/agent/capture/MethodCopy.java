package dev.instancepatch.agent.capture;

import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** One method on its way into a {@link Part}: asks the {@link Program} for everything it names, under the names it has there. */
final class MethodCopy {
    private final Part part;
    private final Program program;
    private final MethodNode original;
    private final MethodNode copy;

    MethodCopy(Part part, MethodNode original, String newName) {
        this.part = part;
        this.program = part.program();
        this.original = original;
        this.copy = new MethodNode(Opcodes.ASM9, original.access, newName, original.desc, null, null);
        if (part.isWhole()) {
            copy.exceptions.addAll(original.exceptions);
            copy.signature = original.signature;
        }
    }

    MethodNode copy() {
        descriptor(original.desc);
        original.accept(copy);
        leaveOut();
        for (TryCatchBlockNode block : copy.tryCatchBlocks) {
            if (block.type != null) {
                type(Type.getObjectType(block.type));
            }
        }
        for (AbstractInsnNode instruction : copy.instructions.toArray()) {
            visit(instruction);
        }
        return copy;
    }

    private void leaveOut() {
        copy.localVariables = null;
        copy.visibleLocalVariableAnnotations = null;
        copy.invisibleLocalVariableAnnotations = null;
        copy.attrs = null;
        if (part.isWhole()) {
            return; // reflection may ask
        }
        copy.invisibleAnnotations = null;
        copy.visibleAnnotations = null;
        copy.visibleTypeAnnotations = null;
        copy.invisibleTypeAnnotations = null;
        copy.visibleParameterAnnotations = null;
        copy.invisibleParameterAnnotations = null;
        copy.parameters = null;
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
            ldc.cst = ldc.cst instanceof Type type && type.getSort() != Type.METHOD ? literal(type) : constant(ldc.cst);
        } else if (instruction instanceof TypeInsnNode typed) {
            type(Type.getObjectType(typed.desc));
        } else if (instruction instanceof MultiANewArrayInsnNode array) {
            type(Type.getType(array.desc));
        }
    }

    private void call(MethodInsnNode call) {
        descriptor(call.desc);
        if (call.owner.startsWith("[")) {
            type(Type.getObjectType(call.owner));
            return;
        }
        boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
        Program.Named named = program.method(part, call.owner, call.name, call.desc, isStatic, call.itf);
        call.owner = named.owner();
        call.name = named.name();
        call.itf = named.isInterface();
        if (!named.owner().equals(part.name())) {
            type(Type.getObjectType(named.owner()));
        }
    }

    private void field(FieldInsnNode field) {
        boolean isStatic = field.getOpcode() == Opcodes.GETSTATIC || field.getOpcode() == Opcodes.PUTSTATIC;
        boolean isOwn = part.isOf(field.owner);
        if (isStatic && field.name.equals(StaticReads.ASSERTIONS) && (isOwn || program.travels(field.owner, part))) {
            replace(field, StaticReads.assertions(part));
            copy.maxStack++;
            return;
        }
        StaticField found = isStatic ? program.staticField(part, field.owner, field.name, field.desc) : null;
        if (found != null && !Initializers.runAtReceiver(found.declaring())) {
            InsnList instead = StaticReads.of(part, field, found);
            replace(field, instead);
            return;
        }
        if (found != null && !found.isFinal() && !isInitializerOf(found)) {
            throw part.refuseField(found.declaring().name, field.name);
        }
        type(Type.getObjectType(field.owner));
        type(Type.getType(field.desc));
    }

    private boolean isInitializerOf(StaticField field) {
        return original.name.equals("<clinit>") && part.isOf(field.declaring().name);
    }

    private void replace(AbstractInsnNode instruction, InsnList instead) {
        for (AbstractInsnNode each : instead) {
            if (each instanceof InvokeDynamicInsnNode) {
                visit(each); // a lambda's body comes along
            }
        }
        copy.instructions.insert(instruction, instead);
        copy.instructions.remove(instruction);
    }

    private Type literal(Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() != Type.OBJECT) {
            return type;
        }
        String named = program.literal(element.getInternalName(), part);
        return Type.getType("[".repeat(type.getSort() == Type.ARRAY ? type.getDimensions() : 0) + "L" + named + ";");
    }

    private Object[] constants(Object[] constants) {
        Object[] copied = new Object[constants.length];
        for (int i = 0; i < copied.length; i++) {
            copied[i] = constant(constants[i]);
        }
        return copied;
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
            named(arguments[i]);
        }
        return new ConstantDynamic(
                dynamic.getName(), dynamic.getDescriptor(), handle(dynamic.getBootstrapMethod()), arguments);
    }

    /** A switch over qualified enum constants names their class as a string, for ClassDesc (JLS 14.11.1, since 21). */
    private void named(Object argument) {
        if (argument instanceof String text && text.indexOf('.') > 0) {
            String name = text.replace('.', '/');
            if (program.travels(name, part) && program.pool().get(name) != null) {
                program.type(name, part);
            }
        }
    }

    private Handle handle(Handle handle) {
        if (handle.getOwner().startsWith("[")) {
            type(Type.getObjectType(handle.getOwner()));
            return handle;
        }
        if (!handle.getDesc().startsWith("(")) {
            return field(handle);
        }
        descriptor(handle.getDesc());
        boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC;
        Program.Named named = program.method(
                part, handle.getOwner(), handle.getName(), handle.getDesc(), isStatic, handle.isInterface());
        if (!named.owner().equals(part.name())) {
            type(Type.getObjectType(named.owner()));
        }
        return new Handle(handle.getTag(), named.owner(), named.name(), handle.getDesc(), named.isInterface());
    }

    /** The fields of a record, in its own methods' bootstrap arguments (JLS 8.10.3). */
    private Handle field(Handle handle) {
        boolean isStatic = handle.getTag() == Opcodes.H_GETSTATIC || handle.getTag() == Opcodes.H_PUTSTATIC;
        if (isStatic && program.travels(handle.getOwner(), part)) {
            throw part.refuseField(handle.getOwner(), handle.getName());
        }
        type(Type.getObjectType(handle.getOwner()));
        return handle;
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
            program.type(element.getInternalName(), part);
        }
    }
}
