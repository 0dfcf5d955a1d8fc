package dev.instancepatch.table;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** Numbers for method ids, for woven code that can carry nothing but an int constant. */
public final class MethodNumbers {
    private static final List<WeakReference<MethodId>> IDS = new ArrayList<>(); // guarded by itself

    private MethodNumbers() {}

    /** Returns a number that stands for this id in this JVM. */
    public static int of(MethodId id) {
        synchronized (IDS) {
            for (int i = 0; i < IDS.size(); i++) {
                if (IDS.get(i).get() == id) {
                    return i;
                }
            }
            IDS.add(new WeakReference<>(id));
            return IDS.size() - 1;
        }
    }

    /** Returns the id with this number; woven code keeps its class, and so its id, alive. */
    public static MethodId at(int number) {
        synchronized (IDS) {
            MethodId id = IDS.get(number).get();
            if (id == null) {
                throw new IllegalStateException("no method has number " + number);
            }
            return id;
        }
    }
}
