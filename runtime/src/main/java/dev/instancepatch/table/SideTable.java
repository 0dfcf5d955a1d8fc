package dev.instancepatch.table;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.security.AccessController;
import java.security.PrivilegedAction;
import org.jspecify.annotations.Nullable;

/**
 * The tables of objects whose class has no slot: JDK classes, classes loaded before the agent. By identity and weakly; an object
 * that nothing else holds is forgotten, unless a function in its table captured it.
 *
 * <p>Looking up uses arrays, {@code identityHashCode} and {@code refersTo}, and nothing that could itself be patched: woven
 * {@code HashMap.get} comes here, and would otherwise never return. No lock either. Changes are under one.
 */
final class SideTable {
    private static final int INITIAL = 64; // a power of two

    private static final ReferenceQueue<Object> GONE = new ReferenceQueue<>();
    private static final Object LOCK = new Object();

    private static volatile Bucket[] buckets = empty(INITIAL);
    private static int size; // guarded by LOCK
    private static boolean forgetting; // guarded by LOCK

    private SideTable() {}

    /** Returns an object's table, or null; an object with a slot of its own has an entry that says so. */
    static @Nullable OverrideTable table(Object object) {
        Entry entry = find(object);
        return entry == null ? null : table(object, entry);
    }

    private static @Nullable OverrideTable table(Object object, Entry entry) {
        return entry.inSlot ? Slots.slotTable(object) : entry.table;
    }

    private static @Nullable Entry find(Object object) {
        Bucket[] all = buckets;
        int hash = System.identityHashCode(object);
        for (Entry entry = all[hash & all.length - 1].first; entry != null; entry = entry.next) {
            if (entry.hash == hash && entry.refersTo(object)) {
                return entry;
            }
        }
        return null;
    }

    /** Puts another table in force unless somebody was faster. */
    static boolean swap(Object object, @Nullable OverrideTable expected, @Nullable OverrideTable table) {
        synchronized (LOCK) {
            Entry entry = find(object);
            if ((entry == null ? null : entry.table) != expected) {
                return false;
            }
            if (entry == null) {
                entry = add(object, false);
            }
            entry.table = table;
            return true;
        }
    }

    /** Notes that an object's table is in its slot, for prologues of methods whose own class has none. */
    static void pointToSlot(Object object) {
        synchronized (LOCK) {
            if (find(object) == null) {
                add(object, true);
            }
        }
    }

    /** Gives a fresh clone the patches of its original; one with a slot was cloned with its table in it. */
    static void cloned(Object original, Object copy) {
        Entry entry = find(original);
        OverrideTable table = entry == null ? null : table(original, entry);
        if (table != null) {
            for (PatchRecord record : table.records()) {
                Slots.reachFrom(record.id(), copy);
            }
            if (!entry.inSlot) {
                swap(copy, null, table);
            }
        }
    }

    private static Entry add(Object object, boolean inSlot) {
        if (!forgetting) {
            forgetting = true;
            startForgetting();
        }
        if (size >= buckets.length) {
            grow();
        }
        Entry entry = new Entry(object, System.identityHashCode(object), inSlot);
        entry.link(buckets);
        size++;
        return entry;
    }

    /** The entries move to new ones, so that a reader in the old array still walks whole chains. */
    private static void grow() {
        Bucket[] larger = empty(buckets.length * 2);
        for (Bucket bucket : buckets) {
            for (Entry entry = bucket.first; entry != null; entry = entry.next) {
                Object object = entry.get();
                if (object == null) {
                    size--;
                } else {
                    Entry moved = new Entry(object, entry.hash, entry.inSlot);
                    moved.table = entry.table;
                    moved.link(larger);
                }
            }
        }
        buckets = larger;
    }

    /** Started with the first entry: a table whose object is gone goes at once, and all that its functions captured with it. */
    @SuppressWarnings("removal") // on JDK 17 a thread keeps the protection domains of whoever made it, but for this way
    private static void startForgetting() {
        AccessController.doPrivileged((PrivilegedAction<@Nullable Void>) () -> {
            Thread forgetting = new Thread(topGroup(), SideTable::forget, "instance-patch side table", 0, false);
            forgetting.setDaemon(true);
            forgetting.setContextClassLoader(null); // it would hold the loader of whoever patched first
            forgetting.start();
            return null;
        });
    }

    /** The group of whoever patched first may end before the JVM does. */
    private static ThreadGroup topGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    private static void forget() {
        while (true) {
            try {
                Entry gone = (Entry) GONE.remove();
                synchronized (LOCK) {
                    if (unlink(gone)) {
                        size--;
                    }
                }
            } catch (InterruptedException notForUs) {
                continue; // it ends with the JVM
            }
        }
    }

    /** Takes an entry out of its chain; false if it went already, with an array that was outgrown. */
    private static boolean unlink(Entry gone) {
        Bucket bucket = buckets[gone.hash & buckets.length - 1];
        Entry before = null;
        for (Entry entry = bucket.first; entry != null; before = entry, entry = entry.next) {
            if (entry == gone) {
                if (before == null) {
                    bucket.first = gone.next;
                } else {
                    before.next = gone.next;
                }
                return true;
            }
        }
        return false;
    }

    private static Bucket[] empty(int length) {
        Bucket[] made = new Bucket[length];
        for (int i = 0; i < length; i++) {
            made[i] = new Bucket();
        }
        return made;
    }

    private static final class Bucket {
        private volatile @Nullable Entry first;
    }

    private static final class Entry extends WeakReference<Object> {
        private final int hash;
        private final boolean inSlot;
        private volatile @Nullable OverrideTable table;
        private volatile @Nullable Entry next;

        Entry(Object object, int hash, boolean inSlot) {
            super(object, GONE);
            this.hash = hash;
            this.inSlot = inSlot;
        }

        void link(Bucket[] all) {
            Bucket bucket = all[hash & all.length - 1];
            next = bucket.first;
            bucket.first = this;
        }
    }
}
