package dev.instancepatch.benchmarks.growth;

import dev.instancepatch.benchmarks.streams.Birds;
import dev.instancepatch.benchmarks.streams.DistinctPatchers;
import dev.instancepatch.benchmarks.streams.Patched;
import dev.instancepatch.benchmarks.streams.Patcher;
import dev.instancepatch.benchmarks.streams.Turkey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** What there are ever more of. */
public enum Crowd {
    /** How any list grows in a stream, with what the collector does about it. */
    UNPATCHED("unpatched objects", 1_000_000) {
        @Override
        Callable<Object> prepare(int items) {
            return () -> Birds.make(Patched.UNPATCHED, items);
        }

        @Override
        String says() {
            return "hello";
        }
    },

    /** One payload for all of them. */
    SHARING("objects, one function", 1_000_000) {
        @Override
        Callable<Object> prepare(int items) {
            return () -> Birds.make(Patched.BY_VALUE, items);
        }
    },

    /** A payload each, code once. */
    CLOSURES("objects, a closure each", 1_000_000) {
        @Override
        Callable<Object> prepare(int items) {
            return () -> Birds.make(Patched.BY_VALUE_EACH, items);
        }
    },

    /** Each has a class, here and there; more than this would measure the metaspace. */
    FUNCTIONS("objects, a function each", 10_000) {
        private final DistinctPatchers distinct = new DistinctPatchers();

        @Override
        Callable<Object> prepare(int items) {
            List<Patcher> patchers = distinct.next(items);
            return () -> patch(patchers);
        }
    },

    /** One payload, with ever more in it. */
    METHODS("methods of one object", ManyMethods.COUNT) {
        @Override
        Callable<Object> prepare(int items) {
            return () -> ManyMethods.patched(items);
        }

        @Override
        String call(Object root, int items) throws Exception {
            return ManyMethods.call(root, items);
        }
    };

    private final String title;
    private final int most;

    Crowd(String title, int most) {
        this.title = title;
        this.most = most;
    }

    /** Returns what the report calls it. */
    public String title() {
        return title;
    }

    /** Returns how many there may be. */
    int most() {
        return most;
    }

    /** Makes all that is not ours to measure; what it returns makes, and patches, the root of a stream. */
    abstract Callable<Object> prepare(int items);

    /** Calls all that is patched once; returns what the last one says. */
    String call(Object root, int items) throws Exception {
        return Birds.call(root);
    }

    /** Returns how all that they say begins. */
    String says() {
        return "SQUAWK";
    }

    private static Object patch(List<Patcher> patchers) {
        List<Turkey> birds = new ArrayList<>(patchers.size());
        for (Patcher patcher : patchers) {
            Turkey bird = new Turkey();
            patcher.patch(bird, 0);
            birds.add(bird);
        }
        return birds;
    }
}
