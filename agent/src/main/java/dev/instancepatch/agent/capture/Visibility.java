package dev.instancepatch.agent.capture;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What a slice can still see on the receiver. There its class lives in a loader of its own, so although its package has the
 * same name it is another run-time package (JVMS 5.3), and what is not public in it is out of reach (JVMS 5.4.4).
 *
 * <p>A type out of reach is stood in for by its nearest superclass within reach: that is what the verifier and the linker of
 * call sites then see, and every use of a member goes through a bridge.
 */
final class Visibility {
    private final String self; // name of the part
    private final String host; // name of its original
    private final Program program;
    private final Map<String, String> standIns = new HashMap<>();

    Visibility(String self, String host, Program program) {
        this.self = self;
        this.host = host;
        this.program = program;
    }

    /** Returns true if the part may name this class. */
    boolean sees(String name) {
        return standIn(name).equals(name);
    }

    /** Returns the class itself, or its nearest superclass that the part may name. */
    String standIn(String name) {
        if (name.equals(self) || name.startsWith("[") || name.startsWith("java/") || program.travels(name, host)) {
            return name;
        }
        String known = standIns.get(name);
        if (known == null) {
            ClassNode node = program.pool().get(name);
            boolean visible = node == null || (node.access & Opcodes.ACC_PUBLIC) != 0;
            known = visible ? name : node.superName == null ? "java/lang/Object" : standIn(node.superName);
            standIns.put(name, known);
        }
        return known;
    }

    Type visible(Type type) {
        return switch (type.getSort()) {
            case Type.OBJECT -> Type.getObjectType(standIn(type.getInternalName()));
            case Type.ARRAY ->
                Type.getType("[".repeat(type.getDimensions())
                        + visible(type.getElementType()).getDescriptor());
            case Type.METHOD -> Type.getMethodType(visible(type.getDescriptor()));
            default -> type;
        };
    }

    /** Returns a method descriptor in which every type is one that the slice may name. */
    String visible(String descriptor) {
        Type[] parameters = Type.getArgumentTypes(descriptor);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = visible(parameters[i]);
        }
        return Type.getMethodDescriptor(visible(Type.getReturnType(descriptor)), parameters);
    }

    boolean seesMethod(String owner, String name, String descriptor) {
        String declaring = declaring(owner, name, descriptor);
        if (program.travels(declaring, host)) {
            return declaring.equals(self) || !isPrivateOfAnother(declaring, name, descriptor);
        }
        return isInherited(owner, ClassPool.method(program.pool().get(declaring), name, descriptor))
                || (seesAll(declaring, visible(descriptor), descriptor) && isPublicMethod(declaring, name, descriptor));
    }

    /** Returns the class that declares a method: one that travels may inherit it from one that does not. */
    String declaring(String owner, String name, String descriptor) {
        ClassNode declaring = program.travels(owner, host) ? program.pool().declaring(owner, name, descriptor) : null;
        return declaring == null ? owner : declaring.name;
    }

    String declaringField(String owner, String name, String descriptor) {
        ClassNode declaring =
                program.travels(owner, host) ? program.pool().declaringField(owner, name, descriptor) : null;
        return declaring == null ? owner : declaring.name;
    }

    /** What is protected is a subclass's, in whatever package (JLS 6.6.2). */
    private boolean isInherited(String owner, @Nullable MethodNode method) {
        return method != null
                && (method.access & Opcodes.ACC_PROTECTED) != 0
                && program.pool().isSubtype(host, owner)
                && visible(method.desc).equals(method.desc);
    }

    /** What travels is opened, but for private instance methods ({@link WholePart}). */
    private boolean isPrivateOfAnother(String owner, String name, String descriptor) {
        MethodNode method = ClassPool.method(program.pool().get(owner), name, descriptor);
        return method != null
                && (method.access & Opcodes.ACC_PRIVATE) != 0
                && (method.access & Opcodes.ACC_STATIC) == 0
                && !name.equals("<init>");
    }

    boolean seesField(String owner, String name, String descriptor) {
        String declaring = declaringField(owner, name, descriptor);
        if (program.travels(declaring, host)) {
            return true;
        }
        ClassNode node = declaring.equals(owner) ? null : program.pool().get(declaring);
        FieldNode field = node == null ? null : ClassPool.field(node, name, descriptor);
        boolean inherited = field != null
                && (field.access & Opcodes.ACC_PROTECTED) != 0
                && program.pool().isSubtype(host, owner);
        return inherited
                || (seesAll(declaring, visible(Type.getType(descriptor)).getDescriptor(), descriptor)
                        && isPublicField(declaring, name));
    }

    private boolean seesAll(String owner, String visible, String descriptor) {
        return sees(owner) && visible.equals(descriptor);
    }

    private boolean isPublicMethod(String owner, String name, String descriptor) {
        for (ClassNode node = inPackage(owner); node != null; node = inPackage(node.superName)) {
            for (MethodNode method : node.methods) {
                if (method.name.equals(name) && method.desc.equals(descriptor)) {
                    return (method.access & Opcodes.ACC_PUBLIC) != 0;
                }
            }
        }
        return true; // declared in another package: it must be public, since the host could use it
    }

    private boolean isPublicField(String owner, String name) {
        for (ClassNode node = inPackage(owner); node != null; node = inPackage(node.superName)) {
            for (FieldNode field : node.fields) {
                if (field.name.equals(name)) {
                    return (field.access & Opcodes.ACC_PUBLIC) != 0;
                }
            }
        }
        return true;
    }

    private @Nullable ClassNode inPackage(@Nullable String name) {
        boolean same = name != null
                && !name.equals(self)
                && !name.startsWith("[")
                && packageOf(name).equals(packageOf(host));
        return same ? program.pool().get(name) : null;
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }
}
