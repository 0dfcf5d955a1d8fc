package dev.instancepatch.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Adapts a function to the types of a woven call: {@code (function, Turkey, String)String} for {@code Turkey.greet}. Boxes
 * arguments, calls the function's interface, checks and unboxes the result; a stack trace shows nothing of it.
 */
final class Handlers {
    private Handlers() {}

    /** Returns the handler for functions called through this interface. */
    static MethodHandle of(MethodId id, MethodType site, FunctionInterface type) {
        return filtered(id, site, calling(id, type));
    }

    /** Returns the handler for functions whose parameters are narrower than the method's. */
    static MethodHandle ofChecked(MethodId id, MethodType site) {
        return filtered(
                id, site, Own.CALL_CHECKED.asCollector(Object[].class, id.type().parameterCount()));
    }

    private static MethodHandle filtered(MethodId id, MethodType site, MethodHandle call) {
        MethodHandle result = Results.filter(id);
        return (result == null ? call : MethodHandles.filterReturnValue(call, result)).asType(site);
    }

    /** Returns {@code (function, self, arguments...)}, all Object but the function. */
    static MethodHandle calling(MethodId id, FunctionInterface type) {
        int parameters = id.type().parameterCount();
        return switch (type.kind()) {
            case REPLACEMENT, VOID_REPLACEMENT -> interfaceMethod(type);
            case AROUND -> Arounds.caller(id.body(), type.arity());
            case INTERCEPTOR -> Own.INTERCEPT.bindTo(id.body()).asCollector(Object[].class, parameters);
        };
    }

    private static MethodHandle interfaceMethod(FunctionInterface type) {
        try {
            return Own.LOOKUP.findVirtual(type.type(), type.methodName(), type.methodType());
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible); // a public interface of ours
        }
    }
}
