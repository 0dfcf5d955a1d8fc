package dev.instancepatch.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the objects of one class keep their table: in the field that the agent added to the topmost woven class of the
 * hierarchy, else in the {@link SideTable}. An object has one table, and every prologue finds that.
 */
public final class Slots {
    /** The field's name. */
    public static final String FIELD = "$instancePatch";

    private static final ClassValue<Slots> OF = new ClassValue<>() {
        @Override
        protected Slots computeValue(Class<?> type) {
            return new Slots(type);
        }
    };

    private static final MethodType GET = MethodType.methodType(Object.class, Object.class);
    private static final MethodType SWAP =
            MethodType.methodType(boolean.class, Object.class, Object.class, Object.class);

    private final @Nullable Class<?> owner;
    private final @Nullable MethodHandle get;
    private final @Nullable MethodHandle swap;
    private final long place; // of the field; negative if only the handles reach it

    private Slots(Class<?> type) {
        Class<?> topmost = null;
        VarHandle field = null;
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            VarHandle found = fieldIn(c);
            if (found != null) {
                topmost = c;
                field = found;
            }
        }
        owner = topmost;
        place = topmost == null ? -1 : FieldMemory.place(topmost, FIELD);
        get = field == null
                ? null
                : field.toMethodHandle(VarHandle.AccessMode.GET_VOLATILE).asType(GET);
        swap = field == null
                ? null
                : field.toMethodHandle(VarHandle.AccessMode.COMPARE_AND_SET).asType(SWAP);
    }

    /** Returns the slot that this class declares, or null; looks at no other member, and loads nothing. */
    private static @Nullable VarHandle fieldIn(Class<?> type) {
        try {
            MethodHandles.Lookup lookup = Trusted.lookupIn(type);
            MethodHandle getter = lookup.findGetter(type, FIELD, Object.class);
            return lookup.revealDirect(getter).getDeclaringClass() == type
                    ? lookup.findVarHandle(type, FIELD, Object.class)
                    : null;
        } catch (NoSuchFieldException | IllegalAccessException absent) {
            return null; // none, or a superclass's
        }
    }

    /** Returns the class whose field holds the table of this class's objects, or null if they have none. */
    public static @Nullable Class<?> owner(Class<?> type) {
        return type.isPrimitive() || type.isArray() ? null : OF.get(type).owner;
    }

    /** Returns true if this very class has the field. */
    public static boolean declares(Class<?> type) {
        return Trusted.isSupplied() && fieldIn(type) != null;
    }

    /** Returns the handle {@code (Object)Object} that reads the slot of a class's objects, or null if they have none. */
    static @Nullable MethodHandle reader(Class<?> type) {
        return OF.get(type).get;
    }

    /** Returns the object's table, or null if it is not patched. */
    public static @Nullable OverrideTable table(Object object) {
        if (!Trusted.isSupplied() || object.getClass().isArray()) {
            return null; // no agent, no patch; nobody patches arrays
        }
        Slots slots = OF.get(object.getClass());
        return slots.get == null ? SideTable.table(object) : slots.read(object);
    }

    /** Returns the table in an object's slot; its class has one. */
    static @Nullable OverrideTable slotTable(Object object) {
        return OF.get(object.getClass()).read(object);
    }

    private @Nullable OverrideTable read(Object object) {
        if (place >= 0) {
            return (OverrideTable) FieldMemory.read(object, place);
        }
        MethodHandle reader = Objects.requireNonNull(get);
        try {
            return (OverrideTable) (Object) reader.invokeExact(object);
        } catch (Error overflow) {
            throw overflow; // of the stack, in the middle of a deep graph
        } catch (Throwable impossible) {
            throw new AssertionError(impossible); // a field read
        }
    }

    /** Puts another table in force unless somebody was faster. */
    static boolean swap(Object object, @Nullable OverrideTable expected, @Nullable OverrideTable table) {
        MethodHandle swap = OF.get(object.getClass()).swap;
        if (swap == null) {
            return SideTable.swap(object, expected, table);
        }
        try {
            return (boolean) swap.invokeExact(object, (Object) expected, (Object) table);
        } catch (Error overflow) {
            throw overflow; // of the stack, in the middle of a deep graph
        } catch (Throwable impossible) {
            throw new AssertionError(impossible); // a field update
        }
    }

    /**
     * Makes an object's patches of a method findable from a class that has no slot: a JDK class, or an interface, whose prologue
     * cannot know whether the object has one.
     */
    static void reachFrom(MethodId id, Object object) {
        if (owner(id.method().getDeclaringClass()) == null) {
            if (owner(object.getClass()) != null) {
                SideTable.pointToSlot(object);
            }
            Watch.over(object, id.number());
        }
    }
}
