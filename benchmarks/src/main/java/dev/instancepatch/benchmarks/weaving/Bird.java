package dev.instancepatch.benchmarks.weaving;

/** What all copies of {@link Bird0000} can do. */
public interface Bird {
    /** Says hello, unless patched. */
    String hi();

    /** Returns a number, unless patched. */
    int age();
}
