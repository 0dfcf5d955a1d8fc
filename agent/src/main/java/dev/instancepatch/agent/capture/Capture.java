package dev.instancepatch.agent.capture;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.CapturedFunction;
import dev.instancepatch.code.OwnPackages;
import dev.instancepatch.refusal.Refusals;
import dev.instancepatch.restore.BundleLoader;
import dev.instancepatch.restore.ReceivedFunction;
import dev.instancepatch.table.FunctionTypes;
import dev.instancepatch.table.LazyFunction;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Takes a function apart: from a lambda to the slice of the class that wrote it, and the values it captured. */
public final class Capture {
    private Capture() {}

    /**
     * Takes a function apart. What was received is sent on as it came.
     *
     * @param method the method it patches
     * @param patched the class of the object it patches
     * @throws dev.instancepatch.PatchException with {@link dev.instancepatch.Code#NOT_CAPTURABLE}
     */
    public static CapturedFunction of(Object function, Method method, Class<?> patched) {
        if (function instanceof LazyFunction lazy) {
            return parts(lazy);
        }
        SerializedLambda lambda = FunctionTypes.serializedForm(function);
        if (lambda == null) {
            throw Refusals.notCapturable(
                    describe(method, function.getClass().getTypeName()),
                    "it is a class of its own, and this version carries lambdas",
                    null);
        }
        Bundle received = BundleLoader.bundleOf(function.getClass());
        Bundle bundle = received != null && lambda.getImplMethodName().equals(Bundle.ENTRY)
                ? received
                : bundle(lambda, function.getClass(), patched, describe(method, lambda));
        return new CapturedFunction(bundle, captured(lambda));
    }

    private static CapturedFunction parts(LazyFunction lazy) {
        if (lazy.source() instanceof ReceivedFunction received) {
            return received.parts();
        }
        return ((OwnFunction) lazy.source()).parts();
    }

    private static Bundle bundle(SerializedLambda lambda, Class<?> type, Class<?> patched, String name) {
        if (OwnPackages.include(lambda.getCapturingClass())) {
            throw Refusals.notCapturable(
                    name, "it was written in a package of this library, which no receiver takes", null);
        }
        LambdaSite site = LambdaSite.of(lambda);
        if (site.isBody() && !site.isStatic()) {
            throw Refusals.notCapturable(
                    name,
                    "it captures this, the " + site.writer().replace('/', '.')
                            + " that wrote it; use local variables instead of its fields and methods",
                    null);
        }
        return Bundles.of(site, type.getClassLoader(), References.to(type, patched), name);
    }

    private static String describe(Method method, SerializedLambda lambda) {
        return describe(method, lambda.getCapturingClass().replace('/', '.') + ", " + lambda.getImplMethodName());
    }

    /** Returns for example {@code for com.acme.Turkey.hi (com.acme.Main, lambda$main$0)}; never a captured value. */
    private static String describe(Method method, String writer) {
        return "for " + method.getDeclaringClass().getTypeName() + "." + method.getName() + " (" + writer + ")";
    }

    private static @Nullable Object[] captured(SerializedLambda lambda) {
        @Nullable Object[] captured = new @Nullable Object[lambda.getCapturedArgCount()];
        for (int i = 0; i < captured.length; i++) {
            captured[i] = lambda.getCapturedArg(i);
        }
        return captured;
    }
}
