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
    private final Map<Class<?>, Guarded> exact = new LinkedHashMap<>(); // guarded by this
    private final Map<Class<?>, Guarded> general = new LinkedHashMap<>(); // guarded by this

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

    private synchronized MethodHandle handlerOf(Object entry) {
        Class<?> function = CheckedFunction.functionIn(entry).getClass();
        Guarded known = exact.get(function);
        if (known == null && exact.size() < DEPTH && id.outlivedBy(function)) {
            known = exactly(function, entry);
            exact.put(function, known);
            setTarget(chain());
        }
        return known == null ? generalHandlerOf(entry) : known.handler();
    }

    /** For a lazy function's first call, or after another thread, there is one: a new target would undo compiled code. */
    private MethodHandle generalHandlerOf(Object entry) {
        Class<?> shape = entry instanceof CheckedFunction
                ? CheckedFunction.class
                : interfaceOf(entry).type();
        Guarded known = general.get(shape);
        if (known == null) {
            MethodHandle handler = entry instanceof CheckedFunction
                    ? Handlers.ofChecked(id, type())
                    : Handlers.of(id, type(), interfaceOf(entry));
            known = new Guarded(Own.IS_INSTANCE.bindTo(shape), handler);
            general.put(shape, known);
            setTarget(chain());
        }
        return known.handler();
    }

    /**
     * The handler casts the function to its class once more. The test before it is a boolean to the compiler by then; it is the cast
     * that makes it see which method is called, and inline that (0.7 ns against 3.4 ns).
     */
    private Guarded exactly(Class<?> function, Object entry) {
        MethodHandle handler = Handlers.of(id, type(), interfaceOf(CheckedFunction.functionIn(entry)));
        MethodHandle knowing =
                handler.asType(type().changeParameterType(0, function)).asType(type());
        return entry instanceof CheckedFunction checked
                ? new Guarded(Own.IS_EXACTLY_CHECKED.bindTo(function), checked.checking(knowing))
                : new Guarded(Own.IS_EXACTLY.bindTo(function), knowing);
    }

    private FunctionInterface interfaceOf(Object function) {
        return FunctionInterface.fitting(function, id.type().parameterCount()).get(0); // exactly one: checked before
    }

    private MethodHandle chain() {
        MethodHandle chain = miss;
        for (Guarded guarded : general.values()) {
            chain = MethodHandles.guardWithTest(guarded.test(), guarded.handler(), chain);
        }
        for (Guarded guarded : exact.values()) {
            chain = MethodHandles.guardWithTest(guarded.test(), guarded.handler(), chain);
        }
        return chain;
    }

    static boolean isExactly(Class<?> type, Object function) {
        return function.getClass() == type;
    }

    static boolean isInstance(Class<?> type, Object function) {
        return type.isInstance(function);
    }

    /** What is called if a test of the table's entry holds. */
    private record Guarded(MethodHandle test, MethodHandle handler) {}
}
