package dev.instancepatch.benchmarks.scaling;

import dev.instancepatch.Patch;
import dev.instancepatch.Replacement0;
import dev.instancepatch.benchmarks.harness.Work;
import dev.instancepatch.benchmarks.streams.Patched;
import dev.instancepatch.benchmarks.streams.Reading;
import dev.instancepatch.benchmarks.streams.Turkey;
import dev.instancepatch.benchmarks.streams.Writing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/** What every thread does, again and again. */
public enum Load {
    /** What the machine gives to code that shares nothing. */
    CALL_PLAIN("call an unpatched object each (control)", each(i -> Calls.of(new Turkey(), "hello"))),

    /** All threads read one table. */
    CALL_SHARED("call one patched object", one(() -> Calls.of(patched(), "SQUAWK"))),

    /** A table each, one function. */
    CALL_OWN("call a patched object each", each(i -> Calls.of(patched(), "SQUAWK"))),

    /** All threads read one entry of the side table. */
    CALL_JDK_SHARED("call one patched object of a JDK class", one(() -> Calls.of(patchedBits(), Load.MANY))),

    /** An entry each. */
    CALL_JDK_OWN("call a patched object of a JDK class each", each(i -> Calls.of(patchedBits(), Load.MANY))),

    /** Allocates, and shares nothing but the heap. */
    ALLOCATE("allocate (control)", each(i -> Work.repeating(() -> new byte[1_000]))),

    /** The method's identity and call sites are the class's. */
    PATCH_ONE_CLASS("patch and restore an object each, of one class", each(i -> patching(new Turkey()))),

    /** What is left to share is the JVM's, and ours. */
    PATCH_CLASS_EACH("patch and restore an object each, of a class each", each(i -> patching(Breeds.hatch(i)))),

    /** All of them in one side table. */
    PATCH_JDK("patch and restore an object of a JDK class each", each(i -> patching(new BitSet()))),

    /** What streams share without us. */
    WRITE_UNPATCHED("write an unpatched object (control)", writing(Patched.UNPATCHED)),

    /** The code is known, to all threads. */
    WRITE("write a patched object, by value", writing(Patched.BY_VALUE)),

    /** As for writing. */
    READ_UNPATCHED("read an unpatched object (control)", reading(Patched.UNPATCHED)),

    /** The gate, and the code behind it, are the JVM's. */
    READ("read a patched object, by value", reading(Patched.BY_VALUE));

    private static final int MANY = 1_000;

    private final String title;
    private final Crew crew;

    Load(String title, Crew crew) {
        this.title = title;
        this.crew = crew;
    }

    /** Returns what the report calls it. */
    public String title() {
        return title;
    }

    /** Returns what so many threads do. */
    List<Work> works(int threads) throws Exception {
        return crew.of(threads);
    }

    @FunctionalInterface
    private interface Crew {
        List<Work> of(int threads) throws Exception;
    }

    @FunctionalInterface
    private interface Worker {
        Work of(int thread) throws Exception;
    }

    private static Crew each(Worker worker) {
        return threads -> {
            List<Work> works = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                works.add(worker.of(i));
            }
            return works;
        };
    }

    private static Crew one(Callable<Work> work) {
        return threads -> Collections.nCopies(threads, work.call());
    }

    private static Crew writing(Patched patched) {
        return each(i -> Work.repeating(new Writing(patched, 1)));
    }

    private static Crew reading(Patched patched) {
        return each(i -> Work.repeating(new Reading(patched, 1)));
    }

    private static Turkey patched() {
        Turkey bird = new Turkey();
        Patch.on(bird).method("hi", self -> "SQUAWK");
        return bird;
    }

    private static BitSet patchedBits() {
        BitSet bits = new BitSet();
        Patch.on(bits).method("cardinality", self -> MANY);
        return bits;
    }

    private static Work patching(BitSet bits) {
        return patching(bits, "cardinality", self -> MANY);
    }

    private static Work patching(Object bird) {
        return patching(bird, "hi", self -> "SQUAWK");
    }

    private static <T> Work patching(T object, String method, Replacement0<T, ?> function) {
        return Work.repeating(() -> {
            Patch.on(object).method(method, function).restore(method);
            return object;
        });
    }
}
