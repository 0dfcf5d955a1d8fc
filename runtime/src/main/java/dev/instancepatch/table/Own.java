package dev.instancepatch.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Handles on this room's own static methods, looked up once. */
final class Own {
    static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    static final MethodHandle SEARCH = find(OverrideTable.class, "search");
    static final MethodHandle UNLESS_ORIGINAL = find(FindSite.class, "unlessOriginal");
    static final MethodHandle IS_EXACTLY = find(InlineCache.class, "isExactly");
    static final MethodHandle IS_INSTANCE = find(InlineCache.class, "isInstance");
    static final MethodHandle MISS = find(InlineCache.class, "miss");
    static final MethodHandle NO_SLOT_KNOWN = find(SlotSite.class, "noSlotKnown");
    static final MethodHandle INTERCEPT = find(CallFrame.class, "intercept");
    static final MethodHandle CALL_CHECKED = find(CheckedFunction.class, "call");
    static final MethodHandle IS_EXACTLY_CHECKED = find(CheckedFunction.class, "isExactlyChecked");
    static final MethodHandle FUNCTION_IN = find(CheckedFunction.class, "functionIn");
    static final MethodHandle CHECK_FOR_FUNCTION = find(CheckedFunction.class, "checkForFunction");
    static final MethodHandle REFERENCE_RESULT = find(Results.class, "reference");
    static final MethodHandle PRIMITIVE_RESULT = find(Results.class, "primitive");
    static final MethodHandle CHECK_ARGUMENT = find(Arguments.class, "check");

    private Own() {}

    /** Returns the handle on the one static method with this name. */
    static MethodHandle find(Class<?> owner, String name) {
        Method method = Arrays.stream(owner.getDeclaredMethods())
                .filter(m -> m.getName().equals(name) && java.lang.reflect.Modifier.isStatic(m.getModifiers()))
                .findFirst()
                .orElseThrow();
        try {
            return LOOKUP.findStatic(
                    owner, name, MethodType.methodType(method.getReturnType(), method.getParameterTypes()));
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible); // a static method of ours
        }
    }
}
