package dev.instancepatch.benchmarks.weaving;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An agent that asks the JVM to retransform classes which nobody wants changed: what that takes is the JVM's own share. */
public final class JvmAlone {
    private static volatile @Nullable Instrumentation instrumentation;

    private JvmAlone() {}

    /** Called by the JVM, before main. */
    public static void premain(@Nullable String arguments, Instrumentation given) {
        instrumentation = given;
    }

    static void retransform(Class<?>... types) throws UnmodifiableClassException {
        Objects.requireNonNull(instrumentation, "start with -javaagent, naming the benchmarks' jar")
                .retransformClasses(types);
    }
}
