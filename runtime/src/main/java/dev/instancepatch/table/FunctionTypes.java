package dev.instancepatch.table;

import dev.instancepatch.refusal.Refusals;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The types that a function declares for itself, known at run time even where javac widened them: a lambda's from its
 * {@link SerializedLambda}, a class's from its own {@code apply}.
 *
 * <p>{@code (Turkey self, String who) -> who} called through {@code Replacement1} has the type {@code (Turkey,String)Object}.
 */
public final class FunctionTypes {
    private static final ClassValue<Map<FunctionInterface, MethodType>> KNOWN = new ClassValue<>() {
        @Override
        protected Map<FunctionInterface, MethodType> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    /** {@code (Object) -> Object}; null for a synthetic class that has no writeReplace of its own. */
    private static final ClassValue<Optional<MethodHandle>> WRITE_REPLACE = new ClassValue<>() {
        @Override
        protected Optional<MethodHandle> computeValue(Class<?> type) {
            try {
                return Optional.of(Trusted.lookupIn(type)
                        .findSpecial(type, "writeReplace", MethodType.methodType(Object.class), type)
                        .asType(MethodType.genericMethodType(1)));
            } catch (NoSuchMethodException none) {
                return Optional.empty();
            } catch (IllegalAccessException e) {
                throw Refusals.notCapturable(type.getName(), "its writeReplace is out of reach: " + e, e);
            }
        }
    };

    private FunctionTypes() {}

    /** Returns the declared type of a function, {@code self} (and {@code original} before it) included. */
    public static MethodType of(FunctionInterface type, Object function) {
        Map<FunctionInterface, MethodType> known = KNOWN.get(function.getClass());
        MethodType types = known.get(type);
        if (types == null) {
            SerializedLambda lambda = serializedForm(function);
            types = lambda == null ? ofClass(type, function.getClass()) : ofLambda(lambda, function.getClass());
            known.put(type, types);
        }
        return types;
    }

    /**
     * Returns the serialized form of a lambda or method reference (recognised by {@code isSynthetic} and
     * {@code writeReplace}; the name of its class differs between JDKs), or null if the object is neither.
     */
    public static @Nullable SerializedLambda serializedForm(Object function) {
        Class<?> type = function.getClass();
        if (!type.isSynthetic()) {
            return null;
        }
        MethodHandle writeReplace = WRITE_REPLACE.get(type).orElse(null);
        if (writeReplace == null) {
            return null;
        }
        try {
            return (Object) writeReplace.invokeExact(function) instanceof SerializedLambda lambda ? lambda : null;
        } catch (Throwable e) {
            throw Refusals.notCapturable(type.getName(), "its writeReplace failed: " + e, e);
        }
    }

    private static MethodType ofLambda(SerializedLambda lambda, Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        try {
            MethodType declared = MethodType.fromMethodDescriptorString(lambda.getInstantiatedMethodType(), loader);
            Class<?> result = lambda.getImplMethodKind() == MethodHandleInfo.REF_newInvokeSpecial
                    ? Class.forName(lambda.getImplClass().replace('/', '.'), false, loader)
                    : MethodType.fromMethodDescriptorString(lambda.getImplMethodSignature(), loader)
                            .returnType();
            return declared.changeReturnType(narrower(declared.returnType(), result));
        } catch (TypeNotPresentException | ClassNotFoundException e) {
            throw Refusals.missingClass(type.getName(), e);
        }
    }

    private static Class<?> narrower(Class<?> declared, Class<?> implemented) {
        boolean says = declared != void.class && implemented != void.class;
        return says && declared.isAssignableFrom(Boxes.box(implemented)) ? Boxes.box(implemented) : declared;
    }

    private static MethodType ofClass(FunctionInterface type, Class<?> function) {
        MethodType erased = type.methodType();
        for (Class<?> c = function; c != null && c != Object.class; c = c.getSuperclass()) {
            List<MethodType> declared = Arrays.stream(c.getDeclaredMethods())
                    .filter(m -> implementsIt(m, type, erased.parameterCount()))
                    .map(m -> MethodType.methodType(m.getReturnType(), m.getParameterTypes()))
                    .toList();
            if (!declared.isEmpty()) {
                return declared.size() == 1
                        ? declared.get(0)
                        : erased; // an overload of its own: which one is not known
            }
        }
        return erased; // inherited from an interface's default method: nothing more is known
    }

    private static boolean implementsIt(Method method, FunctionInterface type, int parameters) {
        return method.getName().equals(type.methodName())
                && method.getParameterCount() == parameters
                && !method.isBridge()
                && !Modifier.isStatic(method.getModifiers());
    }
}
