package dev.instancepatch.benchmarks.calls.copied;

/** Groovy code that calls a bird, dynamically. */
public interface GroovyCaller {
    /** Gives the bird a metaClass of its own, in which the method is replaced. */
    void change(Object bird);

    /** Calls the method. */
    long call(Object bird, int i);
}
