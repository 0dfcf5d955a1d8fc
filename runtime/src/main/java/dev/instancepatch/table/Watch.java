package dev.instancepatch.table;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which objects may have a patch of one method in the {@link SideTable}. Asked before that, for every object that a woven method of
 * the JDK is called on: while they are few it knows the objects, then it knows their classes, so that all others pay some
 * comparisons. (The table needs an identity hash, and a fresh object would have to make its own first.)
 *
 * <p>Says yes too often rather than too seldom: what was restored stays known until the object is gone. Calls nothing that could
 * itself be patched.
 */
final class Watch {
    /** How many objects, and how many classes, are told apart. */
    private static final int FEW = 4;

    private static final Watch NOBODY = new Watch(references(0), references(0));

    private static volatile Watch[] byNumber = {}; // changed under this class's lock, by a copy

    private final WeakReference<Object> @Nullable [] objects; // null: too many
    private final WeakReference<Object> @Nullable [] classes; // theirs; null: too many

    private Watch(WeakReference<Object> @Nullable [] objects, WeakReference<Object> @Nullable [] classes) {
        this.objects = objects;
        this.classes = classes;
    }

    /** Returns false if the object has no patch of the method with this number. */
    static boolean mayHave(Object object, int number) {
        Watch[] all = byNumber;
        return number < all.length && all[number].knows(object);
    }

    /** Makes an object known; a patch of it is put in force only after this returned. */
    static void over(Object object, int number) {
        if (!mayHave(object, number)) {
            add(object, number);
        }
    }

    private static synchronized void add(Object object, int number) {
        Watch[] before = byNumber;
        Watch[] after = Arrays.copyOf(before, Math.max(before.length, number + 1));
        Arrays.fill(after, before.length, after.length, NOBODY);
        after[number] = after[number].and(object);
        byNumber = after;
    }

    private boolean knows(Object object) {
        if (objects != null) {
            return isAmong(object, objects);
        }
        return classes == null || isAmong(object.getClass(), classes);
    }

    private Watch and(Object object) {
        return new Watch(with(object, objects), with(object.getClass(), classes));
    }

    private static boolean isAmong(Object wanted, WeakReference<Object>[] references) {
        for (WeakReference<Object> reference : references) {
            if (reference.refersTo(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the references with one more, without those whose objects are gone; null if these are too many. */
    private static WeakReference<Object> @Nullable [] with(
            Object added, WeakReference<Object> @Nullable [] references) {
        if (references == null || isAmong(added, references)) {
            return references;
        }
        WeakReference<Object>[] kept = references(FEW);
        int count = 0;
        for (WeakReference<Object> reference : references) {
            if (!reference.refersTo(null)) {
                kept[count++] = reference;
            }
        }
        if (count == FEW) {
            return null;
        }
        kept[count] = new WeakReference<>(added);
        return Arrays.copyOf(kept, count + 1);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    private static WeakReference<Object>[] references(int length) {
        return new WeakReference[length];
    }
}
