package dev.instancepatch.select;

import dev.instancepatch.refusal.Refusals;
import dev.instancepatch.table.Boxes;
import dev.instancepatch.table.FunctionInterface;
import dev.instancepatch.table.FunctionKind;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/**
 * Whether a function fits a method, as far as the types it declares for itself can tell. What they leave open (a lambda whose
 * parameters javac inferred as Object) is checked at the call.
 */
public final class FunctionFit {
    private FunctionFit() {}

    /**
     * Refuses a function that can never serve as the patch of a method.
     *
     * @param declared the function's own types, see {@link dev.instancepatch.table.FunctionTypes}
     * @throws dev.instancepatch.PatchException with the reason
     */
    public static void check(Method method, FunctionInterface as, MethodType declared) {
        if (as.arity() >= 0 && as.arity() != method.getParameterCount()) {
            throw Refusals.wrongArity(method, as.arity());
        }
        if (as.kind() == FunctionKind.VOID_REPLACEMENT && method.getReturnType() != void.class) {
            throw Refusals.voidReplacementOfResult(method);
        }
        if (as.kind() == FunctionKind.INTERCEPTOR) {
            return;
        }
        checkParameters(method, as, declared);
        if (!mayReturn(method.getReturnType(), declared.returnType())) {
            throw Refusals.wrongResult(method, method.getReturnType(), declared.returnType());
        }
    }

    /**
     * Refuses a function whose {@code self} is not a type of the object.
     *
     * @throws dev.instancepatch.PatchException with both types
     */
    public static void checkSelf(FunctionInterface as, MethodType declared, Class<?> object) {
        if (as.kind() != FunctionKind.INTERCEPTOR) {
            Class<?> self = declared.parameterType(as.selfIndex());
            if (!self.isAssignableFrom(object)) {
                throw Refusals.wrongSelf(self, object);
            }
        }
    }

    /**
     * True if a function was written for this method as far as its types say: {@code self} is a type of the object's, and each
     * parameter and the result is the method's, boxed, or left open (Object). What only fits by a cast was written for another.
     */
    public static boolean isExact(Method method, FunctionInterface as, MethodType declared, Class<?> object) {
        if (as.kind() == FunctionKind.INTERCEPTOR) {
            return true;
        }
        Class<?> self = declared.parameterType(as.selfIndex());
        boolean exact = self.isAssignableFrom(object);
        for (int i = 0; exact && i < method.getParameterCount(); i++) {
            Class<?> own = declared.parameterType(as.selfIndex() + 1 + i);
            exact = own == Object.class || own == Boxes.box(method.getParameterTypes()[i]);
        }
        return exact && returnsExactly(method.getReturnType(), declared.returnType());
    }

    private static boolean returnsExactly(Class<?> result, Class<?> returned) {
        if (returned == Object.class || returned == void.class || result == void.class) {
            return true;
        }
        return result.isPrimitive() ? Boxes.widens(Boxes.box(returned), result) : result.isAssignableFrom(returned);
    }

    private static void checkParameters(Method method, FunctionInterface as, MethodType declared) {
        Class<?>[] parameters = method.getParameterTypes();
        for (int i = 0; i < parameters.length; i++) {
            Class<?> own = declared.parameterType(as.selfIndex() + 1 + i);
            if (!mayTake(own, parameters[i])) {
                throw Refusals.wrongParameter(method, i, own);
            }
        }
    }

    /** True if the function may take every parameter of the method. */
    static boolean takes(Method method, FunctionInterface as, MethodType declared) {
        Class<?>[] parameters = method.getParameterTypes();
        for (int i = 0; i < parameters.length; i++) {
            if (!mayTake(declared.parameterType(as.selfIndex() + 1 + i), parameters[i])) {
                return false;
            }
        }
        return true;
    }

    /** True if the function declares exactly the method's parameters, boxed. */
    static boolean takesExactly(Method method, FunctionInterface as, MethodType declared) {
        Class<?>[] parameters = method.getParameterTypes();
        for (int i = 0; i < parameters.length; i++) {
            if (declared.parameterType(as.selfIndex() + 1 + i) != Boxes.box(parameters[i])) {
                return false;
            }
        }
        return true;
    }

    /** True if some value of the method's parameter can be passed to the function's: JLS 5.5, a cast that may succeed. */
    private static boolean mayTake(Class<?> own, Class<?> parameter) {
        Class<?> boxed = Boxes.box(parameter);
        return own.isAssignableFrom(boxed) || (!parameter.isPrimitive() && castable(own, boxed));
    }

    private static boolean mayReturn(Class<?> result, Class<?> returned) {
        if (result == void.class || returned == void.class || returned == Object.class) {
            return true;
        }
        if (result.isPrimitive()) {
            return returned.isPrimitive()
                    ? Boxes.widens(Boxes.box(returned), result)
                    : Boxes.widens(returned, result) || castable(returned, Boxes.box(result));
        }
        return castable(result, Boxes.box(returned));
    }

    private static boolean castable(Class<?> a, Class<?> b) {
        return a.isAssignableFrom(b)
                || b.isAssignableFrom(a)
                || (a.isInterface() && !Modifier.isFinal(b.getModifiers()))
                || (b.isInterface() && !Modifier.isFinal(a.getModifiers()));
    }
}
