package dev.instancepatch.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The call site {@code (function, self, arguments...) -> result} behind a hit: tests on the function's class, at most
 * {@link #DEPTH}, then tests on its interface, then a look-up.
 *
 * <p>The first kind makes the function's class a constant, so that the compiler inlines the replacement; objects that share a
 * lambda share an entry. (One MethodHandle per object instead cost 140x.) A class that the woven one would outlive, of received
 * code for one, is met by its interface only, so that it can be unloaded.
 */
final class InlineCache extends MutableCallSite {
    /** Four different functions at one site still run at inlined speed. */
    static final int DEPTH = 4;

    private final MethodId id;
    private final MethodHandle miss;
    private final Map<Class<?>, MethodHandle> exact = new LinkedHashMap<>(); // guarded by this
    private final Map<Class<?>, MethodHandle> general = new LinkedHashMap<>(); // guarded by this

    InlineCache(MethodId id, MethodType type) {
        super(type);
        this.id = id;
        MethodType find = MethodType.methodType(MethodHandle.class, type.parameterType(0), type.parameterType(1));
        MethodHandle handler = Own.MISS.bindTo(this).asType(find); // (function, self) -> handler
        miss = MethodHandles.foldArguments(
                MethodHandles.exactInvoker(type),
                MethodHandles.dropArguments(handler, 2, type.parameterList().subList(2, type.parameterCount())));
        setTarget(miss);
    }

    /** Finds the handler of a function that the cache does not know, and remembers it. */
    static MethodHandle miss(InlineCache site, Object function, Object self) {
        if (function instanceof LazyFunction lazy) {
            Object linked = Patches.link(self, site.id, lazy);
            return MethodHandles.dropArguments(
                    site.handlerOf(linked).bindTo(linked), 0, site.type().parameterType(0));
        }
        return site.handlerOf(function);
    }

    private synchronized MethodHandle handlerOf(Object function) {
        MethodHandle handler = exact.get(function.getClass());
        if (handler != null) {
            return handler; // another thread was faster
        }
        boolean isExact = exact.size() < DEPTH && id.outlivedBy(function.getClass());
        Map<Class<?>, MethodHandle> known = isExact ? exact : general;
        Class<?> key = isExact ? function.getClass() : shapeOf(function);
        handler = known.get(key);
        if (handler != null) {
            return handler; // a lazy function's first call, or another thread: no new target, which would undo compiled
            // code
        }
        handler = isExact ? knowing(function.getClass(), makeHandler(function)) : makeHandler(function);
        known.put(key, handler);
        setTarget(chain());
        return handler;
    }

    private Class<?> shapeOf(Object function) {
        return function instanceof CheckedFunction
                ? CheckedFunction.class
                : interfaceOf(function).type();
    }

    private MethodHandle makeHandler(Object function) {
        return function instanceof CheckedFunction
                ? Handlers.ofChecked(id, type())
                : Handlers.of(id, type(), interfaceOf(function));
    }

    /**
     * Returns a handler that casts the function to its class once more. The test before it is a boolean to the compiler by then; it is
     * the cast that makes it see which method is called, and inline that (0.4 ns against 3.4 ns).
     */
    private static MethodHandle knowing(Class<?> function, MethodHandle handler) {
        MethodType type = handler.type();
        return handler.asType(type.changeParameterType(0, function)).asType(type);
    }

    private FunctionInterface interfaceOf(Object function) {
        return FunctionInterface.fitting(function, id.type().parameterCount()).get(0); // exactly one: checked before
    }

    private MethodHandle chain() {
        MethodHandle chain = miss;
        for (Map.Entry<Class<?>, MethodHandle> entry : general.entrySet()) {
            chain = guard(Own.IS_INSTANCE, entry, chain);
        }
        for (Map.Entry<Class<?>, MethodHandle> entry : exact.entrySet()) {
            chain = guard(Own.IS_EXACTLY, entry, chain);
        }
        return chain;
    }

    private static MethodHandle guard(MethodHandle test, Map.Entry<Class<?>, MethodHandle> entry, MethodHandle next) {
        return MethodHandles.guardWithTest(test.bindTo(entry.getKey()), entry.getValue(), next);
    }

    static boolean isExactly(Class<?> type, Object function) {
        return function.getClass() == type;
    }

    static boolean isInstance(Class<?> type, Object function) {
        return type.isInstance(function);
    }
}
