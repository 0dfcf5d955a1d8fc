package dev.instancepatch.benchmarks.calls;

import dev.instancepatch.Patch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.PriorityQueue;

/** An object of a JDK class and the call of it; its patches, and those of other objects, are in the side table. */
public enum JdkObject {
    /** A class that nobody ever patches: what becomes slower here, the machine has become. */
    UNTOUCHED("StringBuilder.length, nothing of it is patched", new StringBuilder("abc"), 3),

    /** The object is patched itself. */
    PATCHED("ArrayList.size, patched", new ArrayList<>(List.of(1, 2, 3)), 3) {
        @Override
        void patch() {
            Patch.on((ArrayList<?>) object()).method("size", self -> 5);
        }

        @Override
        int resultAfter() {
            return 5;
        }
    },

    /** Another object of the class is. */
    UNPATCHED("ArrayList.size, another ArrayList is patched", new ArrayList<>(List.of(1, 2, 3)), 3) {
        @Override
        void patch() {
            another = new ArrayList<>();
            Patch.on((ArrayList<?>) another).method("size", self -> 5);
        }
    },

    /** Objects of a class beside it are, on a method that both inherit. */
    SHORT_INHERITED("PriorityQueue.isEmpty, a LinkedList is patched on it", new PriorityQueue<>(List.of(1, 2, 3)), 0) {
        @Override
        void patch() {
            another = new LinkedList<>();
            Patch.on((LinkedList<?>) another).method("isEmpty", self -> true);
        }
    },

    /** The same, with more to do. */
    INHERITED("HashSet.toString, an ArrayList is patched on it", new HashSet<>(), 2) {
        @Override
        void patch() {
            another = new ArrayList<>();
            Patch.on((ArrayList<?>) another).method("toString", self -> "three");
        }
    },

    /** The same, with a loop. */
    LONG_INHERITED(
            "hashCode of Arrays.asList, a LinkedList is patched on it",
            Arrays.asList(1, 2, 3),
            List.of(1, 2, 3).hashCode()) {
        @Override
        void patch() {
            another = new LinkedList<>();
            Patch.on((LinkedList<?>) another).method("hashCode", self -> 1);
        }
    };

    private final String title;
    private final Object object;
    private final int result;

    /** Held: with its object, a patch goes. */
    Collection<?> another = List.of();

    JdkObject(String title, Object object, int result) {
        this.title = title;
        this.object = object;
        this.result = result;
    }

    /** Returns what the report calls it. */
    public String title() {
        return title;
    }

    /** Returns what is called. */
    public Object object() {
        return object;
    }

    /** Patches what has to be patched. */
    void patch() {}

    /** Returns what the call returns, as a number. */
    int result() {
        return result;
    }

    /** Returns what it returns when all is patched. */
    int resultAfter() {
        return result;
    }
}
