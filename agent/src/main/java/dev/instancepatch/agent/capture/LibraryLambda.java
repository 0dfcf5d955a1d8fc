package dev.instancepatch.agent.capture;

import dev.instancepatch.agent.backstage.Backstage;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import org.jspecify.annotations.Nullable;

/**
 * A lambda that the JDK made, {@code Comparator.comparing(…)}: every JVM has its code, and Java serialization carries it. What it
 * captured may be a lambda of the application, and travels by value in a copy.
 */
final class LibraryLambda {
    private static final MethodType DESERIALIZE = MethodType.methodType(Object.class, SerializedLambda.class);

    private LibraryLambda() {}

    static boolean isOne(SerializedLambda lambda) {
        return lambda.getCapturingClass().startsWith("java/");
    }

    /** Returns the lambda, with portable functions in the place of the lambdas it captured. */
    static Object of(SerializedLambda lambda, Object function) throws Throwable {
        @Nullable Object[] captured = Capture.captured(lambda);
        boolean changed = false;
        for (int i = 0; i < captured.length; i++) {
            Object portable = captured[i] == null ? null : PortableLambda.ofCaptured(captured[i]);
            changed |= portable != captured[i];
            captured[i] = portable;
        }
        if (!changed) {
            return function;
        }
        Class<?> host = Class.forName(Part.dotted(lambda.getCapturingClass()), false, null);
        return Backstage.lookupIn(host)
                .findStatic(host, "$deserializeLambda$", DESERIALIZE)
                .invoke(with(lambda, host, captured));
    }

    private static SerializedLambda with(SerializedLambda lambda, Class<?> host, @Nullable Object[] captured) {
        return new SerializedLambda(
                host,
                lambda.getFunctionalInterfaceClass(),
                lambda.getFunctionalInterfaceMethodName(),
                lambda.getFunctionalInterfaceMethodSignature(),
                lambda.getImplMethodKind(),
                lambda.getImplClass(),
                lambda.getImplMethodName(),
                lambda.getImplMethodSignature(),
                lambda.getInstantiatedMethodType(),
                captured);
    }
}
