package dev.instancepatch.select;

import dev.instancepatch.refusal.Refusals;
import dev.instancepatch.table.FunctionInterface;
import dev.instancepatch.table.FunctionKind;
import dev.instancepatch.table.FunctionTypes;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides which method a name means: by the number of parameters, then by the types the function declares. */
public final class MethodChoice {
    private MethodChoice() {}

    /**
     * Returns the one method of this name that fits a function.
     *
     * @throws dev.instancepatch.PatchException if there is none, or more than one
     */
    public static Method forFunction(Class<?> type, String name, FunctionInterface as, Object function) {
        List<Method> named = named(type, name);
        List<Method> candidates = named.stream()
                .filter(m -> as.arity() < 0 || m.getParameterCount() == as.arity())
                .toList();
        if (candidates.stream().anyMatch(m -> !Modifier.isStatic(m.getModifiers()))) {
            candidates = candidates.stream()
                    .filter(m -> !Modifier.isStatic(m.getModifiers()))
                    .toList();
        }
        if (candidates.isEmpty()) {
            throw Refusals.unknownMethod(type, "\"" + name + "\" with " + count(as.arity()), named);
        }
        return patchable(candidates.size() == 1 ? candidates.get(0) : byTypes(type, name, candidates, as, function));
    }

    /**
     * Returns the method of this name with exactly these parameter types.
     *
     * @throws dev.instancepatch.PatchException if there is none
     */
    public static Method overload(Class<?> type, String name, List<Class<?>> parameters) {
        List<Method> named = named(type, name);
        Method chosen = named.stream()
                .filter(m -> Arrays.asList(m.getParameterTypes()).equals(parameters))
                .findFirst()
                .orElseGet(() -> Methods.behindBridge(type, name, parameters));
        if (chosen == null) {
            throw Refusals.unknownMethod(type, name + typeNames(parameters), named);
        }
        return patchable(chosen);
    }

    private static String typeNames(List<Class<?>> types) {
        return types.stream().map(Class::getTypeName).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Returns all methods of this name; never none. */
    public static List<Method> named(Class<?> type, String name) {
        List<Method> named = Methods.named(type, name);
        if (named.isEmpty()) {
            throw Refusals.unknownMethod(type, "\"" + name + "\"", similar(type, name));
        }
        return named;
    }

    /** Returns all methods that some function could replace on objects of a class; the compiler's own are left out. */
    public static List<Method> patchable(Class<?> type) {
        return Methods.all(type).stream()
                .filter(m -> unpatchable(m) == null && !m.isSynthetic())
                .toList();
    }

    private static Method byTypes(
            Class<?> type, String name, List<Method> candidates, FunctionInterface as, Object function) {
        List<Method> fitting = candidates;
        if (as.kind() != FunctionKind.INTERCEPTOR) {
            MethodType declared = FunctionTypes.of(as, function);
            fitting = candidates.stream()
                    .filter(m -> FunctionFit.takesExactly(m, as, declared))
                    .toList();
            if (fitting.isEmpty()) {
                fitting = candidates.stream()
                        .filter(m -> FunctionFit.takes(m, as, declared))
                        .toList();
            }
        }
        if (fitting.size() != 1) {
            throw Refusals.ambiguousMethod(type, name, fitting.isEmpty() ? candidates : fitting);
        }
        return fitting.get(0);
    }

    /** Refuses what no JVM lets an agent replace on one object. */
    private static Method patchable(Method method) {
        String why = unpatchable(method);
        if (why != null) {
            throw Refusals.unpatchableMethod(method, why);
        }
        return method;
    }

    private static @Nullable String unpatchable(Method method) {
        int modifiers = method.getModifiers();
        if (Modifier.isStatic(modifiers)) {
            return "static, and belongs to no object";
        }
        if (Modifier.isAbstract(modifiers)) {
            return "abstract, and has no body in this object's class";
        }
        return Modifier.isNative(modifiers) ? "native, and has no bytecode" : null;
    }

    private static List<Method> similar(Class<?> type, String name) {
        return Methods.all(type).stream()
                .filter(m -> m.getDeclaringClass() != Object.class && Similarity.of(m.getName(), name))
                .toList();
    }

    private static String count(int parameters) {
        return switch (parameters) {
            case 0 -> "no parameters";
            case 1 -> "1 parameter";
            default -> parameters + " parameters";
        };
    }
}
