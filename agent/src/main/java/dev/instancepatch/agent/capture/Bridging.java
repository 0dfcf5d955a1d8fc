package dev.instancepatch.agent.capture;

import dev.instancepatch.restore.Bridges;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Rewrites a sliced method for a receiver on which non-public classes and members of the host's package are out of reach (see
 * {@link Visibility}): their types become stand-ins, and each use of them a call site that {@link Bridges} links.
 *
 * <pre>
 * static Object lambda$0(Turkey self) {        static Object lambda$0(Object self) {
 *     return self.hi();                            return indy hi(self);   // bridge to virtual com.acme.Turkey.hi()
 * }                                            }
 * </pre>
 */
final class Bridging {
    static final Handle LINK = new Handle(
            Opcodes.H_INVOKESTATIC,
            Type.getInternalName(Bridges.class),
            "link",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                    + "Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)Ljava/lang/invoke/CallSite;",
            false);

    private final Part part;
    private final Visibility visibility;
    private final MethodNode method;

    Bridging(Part part, MethodNode method) {
        this.part = part;
        this.visibility = part.visibility();
        this.method = method;
    }

    void rewrite() {
        method.desc = visibility.visible(method.desc);
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if (block.type != null && !visibility.sees(block.type)) {
                caught(block);
            }
        }
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
            rewrite(instruction);
        }
    }

    private void caught(TryCatchBlockNode block) {
        String type = block.type;
        if (!new CatchBridge(this, method).rewrite(block, visibility.standIn(type))) {
            throw part.refuseInvisible(type, "catches, among others,");
        }
    }

    private void rewrite(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            call(call);
        } else if (instruction instanceof FieldInsnNode field) {
            field(field);
        } else if (instruction instanceof InvokeDynamicInsnNode indy) {
            callSite(indy);
        } else if (instruction instanceof TypeInsnNode typed) {
            typed(typed);
        } else if (instruction instanceof FrameNode frame) {
            frame.local = frame.local == null ? null : visible(frame.local);
            frame.stack = frame.stack == null ? null : visible(frame.stack);
        } else if (instruction instanceof LdcInsnNode ldc && ldc.cst instanceof Type type) {
            constant(ldc, type);
        } else if (instruction instanceof MultiANewArrayInsnNode array) {
            refuseUnlessVisible(Type.getType(array.desc), "makes arrays of");
        }
    }

    private void call(MethodInsnNode call) {
        if (call.owner.equals(part.name()) && isDeclaredHere(call.owner, call.name, call.desc)) {
            call.desc = visibility.visible(call.desc);
            return;
        }
        if (visibility.seesMethod(call.owner, call.name, call.desc)) {
            if (part.program().travels(call.owner, part)) {
                call.desc = visibility.visible(call.desc);
            }
            return;
        }
        if (call.name.equals("<init>")) {
            construct(call);
            return;
        }
        if (call.getOpcode() == Opcodes.INVOKESPECIAL) {
            throw part.refusal("it calls super." + call.name + ", which is not public in " + Part.dotted(call.owner)
                    + ", and the receiver's " + Part.dotted(call.owner) + " is in another run-time package");
        }
        call.owner = visibility.declaring(call.owner, call.name, call.desc);
        boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
        String descriptor = isStatic ? call.desc : "(L" + call.owner + ";" + call.desc.substring(1);
        String kind = isStatic ? Bridges.STATIC : Bridges.VIRTUAL;
        replace(call, site(call.name, descriptor, kind, call.owner, call.desc));
    }

    private boolean isDeclaredHere(String owner, String name, String descriptor) {
        return visibility.declaring(owner, name, descriptor).equals(owner);
    }

    /** {@code new T; dup; …; invokespecial T.<init>} becomes one call site behind the arguments. */
    private void construct(MethodInsnNode call) {
        TypeInsnNode made = ConstructorCalls.instructionOf(call);
        if (made == null) {
            throw part.refuseInvisible(call.owner, "makes, in an expression with branches,");
        }
        method.instructions.remove(made.getNext());
        method.instructions.remove(made);
        String descriptor = call.desc.substring(0, call.desc.length() - 1) + "L" + call.owner + ";";
        replace(call, site("make", descriptor, Bridges.NEW, call.owner, call.desc));
    }

    private void field(FieldInsnNode field) {
        if (visibility.seesField(field.owner, field.name, field.desc)) {
            return;
        }
        field.owner = visibility.declaringField(field.owner, field.name, field.desc);
        String receiver = "L" + field.owner + ";";
        InvokeDynamicInsnNode site = switch (field.getOpcode()) {
            case Opcodes.GETFIELD ->
                site(field.name, "(" + receiver + ")" + field.desc, Bridges.GET, field.owner, field.desc);
            case Opcodes.PUTFIELD ->
                site(field.name, "(" + receiver + field.desc + ")V", Bridges.PUT, field.owner, field.desc);
            case Opcodes.GETSTATIC -> site(field.name, "()" + field.desc, Bridges.GET_STATIC, field.owner, field.desc);
            default -> site(field.name, "(" + field.desc + ")V", Bridges.PUT_STATIC, field.owner, field.desc);
        };
        replace(field, site);
    }

    private void typed(TypeInsnNode typed) {
        Type type = Type.getObjectType(typed.desc);
        if (visibility.visible(type).equals(type)) {
            return;
        }
        String named = "L" + typed.desc + ";";
        String descriptor = type.getSort() == Type.ARRAY ? typed.desc : named;
        switch (typed.getOpcode()) {
            case Opcodes.CHECKCAST ->
                replace(typed, site("cast", "(Ljava/lang/Object;)" + descriptor, Bridges.CAST, descriptor, ""));
            case Opcodes.INSTANCEOF ->
                replace(typed, site("is", "(Ljava/lang/Object;)Z", Bridges.INSTANCE_OF, descriptor, ""));
            case Opcodes.ANEWARRAY ->
                replace(typed, site("array", "(I)[" + descriptor, Bridges.NEW_ARRAY, descriptor, ""));
            default -> {} // NEW goes with its constructor call
        }
    }

    private void constant(LdcInsnNode ldc, Type type) {
        if (type.getSort() == Type.METHOD) {
            refuseUnlessVisible(type, "names, in a method type,");
        } else if (!visibility.visible(type).equals(type)) {
            replace(ldc, site("type", "()Ljava/lang/Class;", Bridges.CLASS, type.getDescriptor(), ""));
        }
    }

    /** A lambda or string concatenation: its types become visible ones, its method handles bridge methods. */
    private void callSite(InvokeDynamicInsnNode indy) {
        if (indy.bsm.equals(LINK)) {
            indy.desc = visibility.visible(indy.desc);
            return;
        }
        if (!visibility.visible(Type.getReturnType(indy.desc)).equals(Type.getReturnType(indy.desc))) {
            throw part.refuseInvisible(Type.getReturnType(indy.desc).getInternalName(), "implements");
        }
        indy.desc = visibility.visible(indy.desc);
        for (int i = 0; i < indy.bsmArgs.length; i++) {
            if (indy.bsmArgs[i] instanceof Type type) {
                indy.bsmArgs[i] = visibility.visible(type);
            } else if (indy.bsmArgs[i] instanceof Handle handle) {
                indy.bsmArgs[i] = handle(handle);
            }
        }
    }

    private Handle handle(Handle handle) {
        String owner = handle.getOwner();
        if (owner.equals(part.name())
                && handle.getDesc().startsWith("(")
                && isDeclaredHere(owner, handle.getName(), handle.getDesc())) {
            return new Handle(
                    handle.getTag(),
                    owner,
                    handle.getName(),
                    visibility.visible(handle.getDesc()),
                    handle.isInterface());
        }
        if (!handle.getDesc().startsWith("(")) {
            return handle; // a record's own field
        }
        if (!visibility.seesMethod(owner, handle.getName(), handle.getDesc())) {
            return part.addBridge(BridgeMethod.of(handle, this));
        }
        return part.program().travels(owner, part)
                ? new Handle(
                        handle.getTag(),
                        owner,
                        handle.getName(),
                        visibility.visible(handle.getDesc()),
                        handle.isInterface())
                : handle;
    }

    /** Makes a call site whose types are visible, linked to something that is not. */
    InvokeDynamicInsnNode site(String name, String descriptor, String kind, String owner, String memberDescriptor) {
        return new InvokeDynamicInsnNode(
                name, visibility.visible(descriptor), LINK, kind, owner.replace('/', '.'), memberDescriptor);
    }

    private void replace(AbstractInsnNode instruction, AbstractInsnNode replacement) {
        method.instructions.set(instruction, replacement);
    }

    private List<Object> visible(List<Object> frame) {
        List<Object> visible = new ArrayList<>();
        for (Object element : frame) {
            visible.add(
                    element instanceof String name
                            ? visibility.visible(Type.getObjectType(name)).getInternalName()
                            : element);
        }
        return visible;
    }

    private void refuseUnlessVisible(Type type, String how) {
        if (!visibility.visible(type).equals(type)) {
            throw part.refuseInvisible(type.getClassName(), how);
        }
    }
}
