package dev.instancepatch.benchmarks.weaving;

/** What all copies of {@link Flock0000} can do. */
public interface Flock {
    /** Returns a number, unless patched. */
    int age();

    /** Calls {@link #age} of some others of the class, many times. */
    long run(int times);
}
