package dev.instancepatch.table;

import java.lang.ref.WeakReference;
import java.util.Arrays;

/** Numbers for method ids, for woven code that can carry nothing but an int constant. */
public final class MethodNumbers {
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    private static WeakReference<MethodId>[] ids = new WeakReference[64]; // guarded by the class

    private static int next; // guarded by the class

    private MethodNumbers() {}

    /** Returns the number of a new id. */
    static synchronized int register(MethodId id) {
        if (next == ids.length) {
            ids = Arrays.copyOf(ids, next * 2);
        }
        ids[next] = new WeakReference<>(id);
        return next++;
    }

    /** Returns the id with this number; woven code keeps its class, and so its id, alive. */
    public static synchronized MethodId at(int number) {
        MethodId id = ids[number].get();
        if (id == null) {
            throw new IllegalStateException("no method has number " + number);
        }
        return id;
    }
}
