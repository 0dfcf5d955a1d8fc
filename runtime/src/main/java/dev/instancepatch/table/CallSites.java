package dev.instancepatch.table;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** What woven code links to. Each woven method has up to three call sites: its slot, the find, the call. */
public final class CallSites {
    private CallSites() {}

    /** Links {@code (self) -> table}, for a class whose slot is a private field of a superclass. */
    public static CallSite slot(Class<?> woven, MethodType type) {
        MethodHandle reader = Slots.reader(woven);
        return new ConstantCallSite(reader.asType(type));
    }

    /** Links {@code (table, self) -> function or null}. */
    public static CallSite find(MethodId id) {
        return id.find();
    }

    /** Links {@code (function, self, arguments...) -> result}. */
    public static CallSite call(MethodId id, MethodType type) {
        return new InlineCache(id, type);
    }

    /** Finds without linking, for class files older than {@code invokedynamic} (JVMS 4.1: below 51). */
    public static @Nullable Object findNow(MethodId id, Object table, Object self) throws Throwable {
        return (Object) id.find().getTarget().invokeExact(table, self);
    }

    /** Calls without linking; arguments and result are boxed. */
    public static @Nullable Object callNow(MethodId id, Object function, Object self, @Nullable Object[] arguments)
            throws Throwable {
        return (Object) id.boxedCall().invokeExact(function, self, arguments);
    }
}
