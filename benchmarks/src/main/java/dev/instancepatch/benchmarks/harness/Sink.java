package dev.instancepatch.benchmarks.harness;

import org.jspecify.annotations.Nullable;

/** Where results go, so that the JIT has to make them. */
final class Sink {
    @SuppressWarnings("unused") // written only: that is its purpose
    private static volatile @Nullable Object last;

    private Sink() {}

    static void swallow(@Nullable Object result) {
        last = result;
    }
}
