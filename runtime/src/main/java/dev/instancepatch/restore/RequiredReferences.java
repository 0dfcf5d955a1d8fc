package dev.instancepatch.restore;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.code.ClassReferences;
import dev.instancepatch.code.MalformedBundleException;
import dev.instancepatch.code.OwnPackages;
import dev.instancepatch.refusal.ReadRefusals;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a function needs of the receiver: the classes, fields and methods that its slices name and that do not come along. Looked for
 * before anything is defined; a class that is missing later would show as whatever the JVM makes of it.
 *
 * <p>Classes that travel whole may have methods that nobody calls: what those name is looked for by the JVM, when it is needed.
 */
public final class RequiredReferences {
    private static final int REMEMBERED = 1_000;

    /** By target loader: content hashes of bundles whose references are all there. Guarded by itself. */
    private static final Map<ClassLoader, Set<String>> FOUND = new WeakHashMap<>();

    private final Bundle bundle;
    private final ClassLoader target;
    private final String use;
    private final Set<String> along = new HashSet<>();

    private RequiredReferences(Bundle bundle, ClassLoader target, String use) {
        this.bundle = bundle;
        this.target = target;
        this.use = use;
        bundle.allClasses().forEach(image -> along.add(image.name()));
    }

    /**
     * Looks for all that a bundle needs. Loads classes, and initialises none.
     *
     * @param use what the function is for, for the message
     * @throws RefusedPatchException with {@link dev.instancepatch.Code#CANNOT_LINK} and what is missing
     */
    public static void check(Bundle bundle, ClassLoader target, String use) throws RefusedPatchException {
        synchronized (FOUND) {
            Set<String> found = FOUND.get(target);
            if (found != null && found.contains(bundle.contentHash())) {
                return;
            }
        }
        RequiredReferences required = new RequiredReferences(bundle, target, use);
        for (ClassImage image : bundle.code().classes()) {
            required.check(image);
        }
        synchronized (FOUND) {
            Set<String> found = FOUND.computeIfAbsent(target, t -> new HashSet<>());
            if (found.size() >= REMEMBERED) {
                found.clear();
            }
            found.add(bundle.contentHash());
        }
    }

    private void check(ClassImage image) throws RefusedPatchException {
        try {
            ClassReferences references = ClassReferences.of(image);
            for (String name : references.classes()) {
                if (!along.contains(name)) {
                    type(name);
                }
            }
            for (ClassReferences.Member member : references.members()) {
                if (!along.contains(member.owner()) && !member.owner().startsWith("[")) {
                    check(member);
                }
            }
        } catch (MalformedBundleException e) {
            throw ReadRefusals.malformedPayload("the code is no bundle: " + e.getMessage(), e);
        }
    }

    private Class<?> type(String name) throws RefusedPatchException {
        ClassLoader loader = OwnPackages.include(name) ? RequiredReferences.class.getClassLoader() : target;
        try {
            return Class.forName(name.replace('/', '.'), false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw ReadRefusals.missingReference(bundle.host().binaryName(), use, name.replace('/', '.'), e);
        }
    }

    private void check(ClassReferences.Member member) throws RefusedPatchException {
        Class<?> owner = type(member.owner());
        if (owner == MethodHandle.class || owner == VarHandle.class) {
            return; // signature polymorphic (JVMS 2.9.3)
        }
        try {
            if (!has(owner, member)) {
                throw ReadRefusals.missingMember(
                        bundle.host().binaryName(), use, owner.getTypeName(), member.name() + readable(member));
            }
        } catch (LinkageError | TypeNotPresentException e) {
            return; // what its other members name is not there: the JVM will see whether that matters
        }
    }

    private static String readable(ClassReferences.Member member) {
        return member.isField() ? "" : member.descriptor();
    }

    private static boolean has(Class<?> owner, ClassReferences.Member member) {
        for (Class<?> type : hierarchy(owner)) {
            if (member.isField() ? hasField(type, member) : hasMethod(type, member)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasField(Class<?> type, ClassReferences.Member member) {
        for (Field field : type.getDeclaredFields()) {
            if (field.getName().equals(member.name())
                    && field.getType().descriptorString().equals(member.descriptor())) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasMethod(Class<?> type, ClassReferences.Member member) {
        boolean constructor = member.name().equals("<init>");
        for (Executable method : constructor ? type.getDeclaredConstructors() : type.getDeclaredMethods()) {
            if ((constructor || method.getName().equals(member.name()))
                    && descriptor(method).equals(member.descriptor())) {
                return true;
            }
        }
        return false;
    }

    private static String descriptor(Executable method) {
        StringBuilder descriptor = new StringBuilder("(");
        for (Class<?> parameter : method.getParameterTypes()) {
            descriptor.append(parameter.descriptorString());
        }
        Class<?> result = method instanceof Method returning ? returning.getReturnType() : void.class;
        return descriptor.append(')').append(result.descriptorString()).toString();
    }

    /** The class, its supertypes, and Object, whose methods interfaces have too (JLS 9.2). */
    private static List<Class<?>> hierarchy(Class<?> type) {
        Set<Class<?>> all = new java.util.LinkedHashSet<>();
        collect(type, all);
        all.add(Object.class);
        return new ArrayList<>(all);
    }

    private static void collect(@Nullable Class<?> type, Set<Class<?>> all) {
        if (type != null && all.add(type)) {
            collect(type.getSuperclass(), all);
            for (Class<?> implemented : type.getInterfaces()) {
                collect(implemented, all);
            }
        }
    }
}
