package dev.instancepatch.benchmarks.scaling;

import dev.instancepatch.Patch;
import dev.instancepatch.benchmarks.streams.Turkey;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Objects that are patched, and stay so. Names nothing of the runtime until one is: who reports has it not. */
public enum Others {
    /** Whose patches are in a slot of theirs. */
    BIRDS("objects with a slot", Turkey::new, "hi", bird -> Patch.on(bird).method("hi", self -> "SQUAWK")),

    /** Whose patches are in the side table. */
    BITS(
            "objects of a JDK class, in the side table",
            BitSet::new,
            "cardinality",
            bits -> Patch.on(bits).method("cardinality", self -> 1_000));

    private final String title;
    private final Supplier<Object> maker;
    private final String method;
    private final Consumer<Object> patcher;
    private final List<Object> patched = new ArrayList<>();

    Others(String title, Supplier<Object> maker, String method, Consumer<Object> patcher) {
        this.title = title;
        this.maker = maker;
        this.method = method;
        this.patcher = patcher;
    }

    /** Returns what the report calls them. */
    public String title() {
        return title;
    }

    /** Makes and patches more of them, until there are so many. */
    void patch(int count) {
        while (patched.size() < count) {
            Object other = maker.get();
            patcher.accept(other);
            patched.add(other);
        }
    }

    /** Returns one that is not among them. */
    Object one() {
        return maker.get();
    }

    /** Patches one of them and restores it. */
    Object patchAndRestore(Object one) {
        patcher.accept(one);
        Patch.on(one).restore(method);
        return one;
    }
}
