package dev.instancepatch.benchmarks.harness;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What is measured. It loops itself, so that work of a nanosecond is not lost in the call of it. */
@FunctionalInterface
public interface Work {
    /** Does the work so many times; returns something that depends on it, so that the JIT cannot leave it out. */
    @Nullable
    Object run(int times) throws Exception;

    /** Returns work long enough (a microsecond) for a call through an interface to count for nothing. */
    static Work repeating(Callable<?> once) {
        return times -> {
            Object last = null;
            for (int i = 0; i < times; i++) {
                last = once.call();
                Sink.swallow(last);
            }
            return last;
        };
    }
}
