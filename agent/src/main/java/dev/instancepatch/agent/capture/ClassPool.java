package dev.instancepatch.agent.capture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** The class files that one loader serves, each read once, and what is found by walking their hierarchies. Loads nothing. */
final class ClassPool {
    private final @Nullable ClassLoader loader;
    private final Map<String, Optional<ClassNode>> read = new HashMap<>();

    ClassPool(@Nullable ClassLoader loader) {
        this.loader = loader;
    }

    @Nullable
    ClassLoader loader() {
        return loader;
    }

    /** Returns a class, not to be changed, or null if there are no bytes of it. */
    @Nullable
    ClassNode get(@Nullable String name) {
        if (name == null || name.startsWith("[")) {
            return null;
        }
        Optional<ClassNode> known = read.get(name);
        if (known == null) {
            known = Optional.ofNullable(ClassFiles.read(name, loader));
            read.put(name, known);
        }
        return known.orElse(null);
    }

    boolean isInterface(String name) {
        ClassNode node = get(name);
        return node != null && (node.access & Opcodes.ACC_INTERFACE) != 0;
    }

    /** Returns the class and its supertypes, superclasses first. */
    List<ClassNode> hierarchy(String name) {
        List<ClassNode> all = new ArrayList<>();
        Deque<String> interfaces = new ArrayDeque<>();
        for (ClassNode c = get(name); c != null; c = get(c.superName)) {
            all.add(c);
            interfaces.addAll(c.interfaces);
        }
        while (!interfaces.isEmpty()) {
            ClassNode node = get(interfaces.remove());
            if (node != null && !all.contains(node)) {
                all.add(node);
                interfaces.addAll(node.interfaces);
            }
        }
        return all;
    }

    boolean isSubtype(String name, String supertype) {
        return hierarchy(name).stream().anyMatch(c -> c.name.equals(supertype));
    }

    /** Returns the class that declares a method which is called on this one, or null. */
    @Nullable
    ClassNode declaring(String owner, String method, String descriptor) {
        return hierarchy(owner).stream()
                .filter(c -> method(c, method, descriptor) != null)
                .findFirst()
                .orElse(null);
    }

    static @Nullable MethodNode method(@Nullable ClassNode node, String name, String descriptor) {
        if (node != null) {
            for (MethodNode method : node.methods) {
                if (method.name.equals(name) && method.desc.equals(descriptor)) {
                    return method;
                }
            }
        }
        return null;
    }

    /** Returns the class that declares a field which is used through this one, or null. */
    @Nullable
    ClassNode declaringField(String owner, String field, String descriptor) {
        return hierarchy(owner).stream()
                .filter(c -> field(c, field, descriptor) != null)
                .findFirst()
                .orElse(null);
    }

    static @Nullable FieldNode field(ClassNode node, String name, String descriptor) {
        for (FieldNode field : node.fields) {
            if (field.name.equals(name) && field.desc.equals(descriptor)) {
                return field;
            }
        }
        return null;
    }
}
