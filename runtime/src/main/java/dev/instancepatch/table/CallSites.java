package dev.instancepatch.table;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** What woven code links to. Each woven method has up to three call sites: its
 * slot, the find, the call. */
public final class CallSites {
    private CallSites() {}

    /** Links {@code (self) -> table}, for a class whose own code cannot read a slot: a superclass has it, or no class known yet. */
    public static CallSite slot(MethodId id, MethodType type) {
        MethodHandle reader = Slots.reader(id.method().getDeclaringClass());
        return reader == null ? new SlotSite(id, type) : new ConstantCallSite(reader.asType(type));
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

    /**
     * Finds a function for woven code of the JDK, where an unpatched object must cost nothing that could itself be patched:
     * linking a call site there would call the very methods that are woven.
     */
    public static @Nullable Object findAside(Object self, int number) {
        OverrideTable table = Watch.mayHave(self, number) ? SideTable.table(self) : null;
        Object function = table == null ? null : table.entry(number);
        return function == null || table.isOriginal(number, self) ? null : function;
    }

    /** Gives a clone the patches of its original, where the JVM's own copying of fields does not. */
    public static void cloned(Object original, Object copy) {
        SideTable.cloned(original, copy);
    }

    /** Returns {@code (function, self, Object[]) -> result} for those; arguments and result are boxed. */
    public static MethodHandle boxedCall(MethodId id) {
        return id.boxedCall();
    }
}
