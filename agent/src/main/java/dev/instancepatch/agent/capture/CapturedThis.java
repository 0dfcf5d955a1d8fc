package dev.instancepatch.agent.capture;

import dev.instancepatch.agent.backstage.Backstage;
import java.lang.invoke.MethodHandleInfo;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A lambda that captured the object that wrote it. Where all it does with the object is to read fields, the fields' values can travel
 * in its place, as they are when the lambda is written ({@code captured-this=snapshot}):
 *
 * <pre>
 * private Object lambda$0(Turkey self) {          static Object lambda$0(String greeting, Turkey self) {
 *     return this.greeting + self.name;               return greeting + self.name;
 * }                                               }
 * </pre>
 */
final class CapturedThis {
    private static volatile boolean snapshots;

    private final ClassNode host;
    private final MethodNode body;
    private final List<FieldInsnNode> fields = new ArrayList<>(); // each once, in the order they are read
    private @Nullable String other; // what else is done with the object

    private CapturedThis(ClassNode host, MethodNode body) {
        this.host = host;
        this.body = body;
        for (AbstractInsnNode instruction : body.instructions) {
            if (instruction instanceof VarInsnNode load && load.var == 0) {
                use(load);
            }
        }
    }

    /** Lets fields travel in the place of objects that lambdas captured by using them. */
    static void snapshot(boolean allowed) {
        snapshots = allowed;
    }

    /** Returns the lambda of this name, if it is there: names of lambda bodies are unique in their class. */
    static @Nullable CapturedThis of(LambdaSite site, @Nullable ClassNode host) {
        if (host != null) {
            for (MethodNode method : host.methods) {
                if (method.name.equals(site.name())) {
                    return new CapturedThis(host, method);
                }
            }
        }
        return null;
    }

    /** Returns true if the fields' values may, and can, travel in the object's place. */
    boolean isSnapshot() {
        return snapshots && other == null;
    }

    /** Returns true if the option would help. */
    boolean mayBeSnapshot() {
        return other == null;
    }

    /** Returns for example {@code by calling com.acme.Main.shout}. */
    String how() {
        if (other != null) {
            return other;
        }
        return fields.isEmpty()
                ? "without using it"
                : "by reading the field " + Part.dotted(host.name) + "." + fields.get(0).name;
    }

    private void use(VarInsnNode load) {
        AbstractInsnNode next = load.getNext();
        while (next != null && next.getOpcode() < 0) {
            next = next.getNext();
        }
        if (load.getOpcode() == Opcodes.ALOAD
                && next instanceof FieldInsnNode read
                && read.getOpcode() == Opcodes.GETFIELD) {
            if (fields.stream().noneMatch(known -> known.name.equals(read.name) && known.owner.equals(read.owner))) {
                fields.add(read);
            }
        } else if (other == null) {
            other = what(load);
        }
    }

    /** The next member that is used is the one that needs the object, or is given it. */
    private static String what(AbstractInsnNode load) {
        for (AbstractInsnNode next = load.getNext(); next != null; next = next.getNext()) {
            if (next instanceof MethodInsnNode call) {
                String called = Part.dotted(call.owner) + "." + call.name;
                return call.getOpcode() == Opcodes.INVOKESPECIAL && !call.name.equals("<init>")
                        ? "by calling super." + call.name + " (" + called + ")"
                        : "by calling " + called;
            }
            if (next instanceof FieldInsnNode field) {
                return "by using the field " + Part.dotted(field.owner) + "." + field.name;
            }
            if (next instanceof InvokeDynamicInsnNode) {
                return "in a lambda within it";
            }
        }
        return "by using this itself";
    }

    /** Returns the same lambda as one that captured the fields. */
    LambdaSite site(LambdaSite site) {
        return new LambdaSite(
                site.writer(),
                MethodHandleInfo.REF_invokeStatic,
                site.owner(),
                site.name(),
                descriptor(),
                site.interfaceName(),
                site.functionDescriptor(),
                site.method(),
                site.methodDescriptor(),
                site.markers());
    }

    /** Returns the values to travel: the fields', then what else the lambda captured. */
    @Nullable
    Object[] values(Object self, @Nullable Object[] captured) {
        @Nullable Object[] values = new @Nullable Object[fields.size() + captured.length - 1];
        for (int i = 0; i < fields.size(); i++) {
            values[i] = read(fields.get(i), self);
        }
        System.arraycopy(captured, 1, values, fields.size(), captured.length - 1);
        return values;
    }

    private static @Nullable Object read(FieldInsnNode read, Object self) {
        for (Class<?> c = self.getClass(); c != null; c = c.getSuperclass()) {
            try {
                Field field = c.getDeclaredField(read.name);
                if (field.getType().descriptorString().equals(read.desc)) {
                    return Backstage.lookupIn(c).unreflectGetter(field).invoke(self);
                }
            } catch (NoSuchFieldException further) {
                continue;
            } catch (Throwable e) {
                throw new IllegalStateException("cannot read the field " + read.name, e);
            }
        }
        throw new IllegalStateException("no field " + read.name + " in " + self.getClass());
    }

    private String descriptor() {
        StringBuilder descriptor = new StringBuilder("(");
        fields.forEach(field -> descriptor.append(field.desc));
        return descriptor.append(body.desc.substring(1)).toString();
    }

    /** Returns the body as a static method that takes the fields. */
    MethodNode method() {
        MethodNode made = new MethodNode(
                Opcodes.ASM9,
                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                body.name,
                descriptor(),
                null,
                null);
        body.accept(made);
        int shift = fields.stream()
                        .mapToInt(field -> Type.getType(field.desc).getSize())
                        .sum()
                - 1;
        for (AbstractInsnNode instruction : made.instructions.toArray()) {
            rewrite(instruction, made, shift);
        }
        made.localVariables = null;
        made.visibleLocalVariableAnnotations = null;
        made.invisibleLocalVariableAnnotations = null;
        made.maxLocals += Math.max(shift, 0);
        made.maxStack++;
        return made;
    }

    private void rewrite(AbstractInsnNode instruction, MethodNode made, int shift) {
        if (instruction instanceof VarInsnNode variable) {
            if (variable.var != 0) {
                variable.var += shift;
                return;
            }
            AbstractInsnNode next = variable.getNext();
            while (next.getOpcode() < 0) {
                next = next.getNext();
            }
            FieldInsnNode read = (FieldInsnNode) next;
            made.instructions.set(read, new VarInsnNode(Type.getType(read.desc).getOpcode(Opcodes.ILOAD), local(read)));
            made.instructions.remove(variable);
        } else if (instruction instanceof IincInsnNode increment) {
            increment.var += shift;
        } else if (instruction instanceof FrameNode frame && frame.type == Opcodes.F_FULL) {
            List<Object> locals = new ArrayList<>();
            fields.forEach(field -> locals.add(frameType(Type.getType(field.desc))));
            locals.addAll(frame.local.subList(1, frame.local.size()));
            frame.local = locals;
        }
    }

    private int local(FieldInsnNode read) {
        int local = 0;
        for (FieldInsnNode field : fields) {
            if (field.name.equals(read.name) && field.owner.equals(read.owner)) {
                return local;
            }
            local += Type.getType(field.desc).getSize();
        }
        throw new IllegalStateException(read.name);
    }

    private static Object frameType(Type type) {
        return switch (type.getSort()) {
            case Type.LONG -> Opcodes.LONG;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.OBJECT, Type.ARRAY -> type.getInternalName();
            default -> Opcodes.INTEGER;
        };
    }
}
