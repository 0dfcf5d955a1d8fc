package dev.instancepatch.agent.capture;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ByValuePackages;
import dev.instancepatch.code.CapturedFunction;
import dev.instancepatch.code.OwnPackages;
import dev.instancepatch.refusal.Refusals;
import dev.instancepatch.restore.BundleLoader;
import dev.instancepatch.restore.InterfaceProxy;
import dev.instancepatch.restore.ReceivedFunction;
import dev.instancepatch.table.FunctionInterface;
import dev.instancepatch.table.FunctionTypes;
import dev.instancepatch.table.LazyFunction;
import dev.instancepatch.table.PatchRecord;
import dev.instancepatch.trust.Unvouched;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes a function apart: from a lambda to the slice of the class that wrote it, and the values it captured. */
public final class Capture {
    private Capture() {}

    /**
     * Takes a patch's function apart. What was received is sent on as it came.
     *
     * @param patched the class of the object it patches
     * @throws dev.instancepatch.PatchException with {@link dev.instancepatch.Code#NOT_CAPTURABLE}
     */
    public static CapturedFunction of(PatchRecord patch, Class<?> patched) {
        return of(patch.function(), patch.type(), patch.id().method(), patched);
    }

    /** Takes a function apart that patches a method, through the interface of ours that fits. */
    public static CapturedFunction of(Object function, Method method, Class<?> patched) {
        return function instanceof LazyFunction lazy
                ? parts(lazy)
                : of(
                        function,
                        FunctionInterface.fitting(function, method.getParameterCount())
                                .get(0),
                        method,
                        patched);
    }

    private static CapturedFunction of(Object function, FunctionInterface type, Method method, Class<?> patched) {
        if (function instanceof LazyFunction lazy) {
            return parts(lazy);
        }
        SerializedLambda lambda = FunctionTypes.serializedForm(function);
        if (lambda == null) {
            LambdaSite site = ClassFunction.site(
                    type.type(),
                    FunctionTypes.of(type, function),
                    function,
                    describe(method, function.getClass().getTypeName()));
            return parts(site, new Object[] {function}, function, patched, describe(method, site.writer()));
        }
        CapturedFunction known = LastCapture.find(lambda, function.getClass(), patched);
        return known == null ? parts(lambda, function, patched, describe(method, lambda)) : known;
    }

    /**
     * Takes a function of any interface apart.
     *
     * @throws dev.instancepatch.PatchException with {@link dev.instancepatch.Code#NOT_CAPTURABLE}
     */
    public static CapturedFunction of(Object function) {
        CapturedFunction received = InterfaceProxy.parts(function);
        if (received != null) {
            return received;
        }
        SerializedLambda lambda = FunctionTypes.serializedForm(function);
        if (lambda == null) {
            LambdaSite site = ClassFunction.site(function);
            return parts(site, new Object[] {function}, function, null, "(" + Part.dotted(site.writer()) + ")");
        }
        return of(lambda, function.getClass());
    }

    /** The same, of the form in which Java serialization writes a lambda. */
    static CapturedFunction of(SerializedLambda lambda, Class<?> function) {
        Bundle received = BundleLoader.bundleOf(function);
        if (received != null && lambda.getImplMethodName().equals(Bundle.ENTRY)) {
            return new CapturedFunction(received, captured(lambda));
        }
        String name = "(" + Part.dotted(lambda.getCapturingClass()) + ", " + lambda.getImplMethodName() + ")";
        ClassLoader loader = function.getClassLoader();
        return parts(LambdaSite.of(lambda, function), captured(lambda), loader, Carried.rule(loader), name);
    }

    private static CapturedFunction parts(LazyFunction lazy) {
        if (lazy.source() instanceof ReceivedFunction received) {
            return received.parts();
        }
        return ((OwnFunction) lazy.source()).parts();
    }

    private static CapturedFunction parts(SerializedLambda lambda, Object function, Class<?> patched, String name) {
        Bundle received = BundleLoader.bundleOf(function.getClass());
        if (received != null && lambda.getImplMethodName().equals(Bundle.ENTRY)) {
            return new CapturedFunction(received, captured(lambda));
        }
        LambdaSite site = LambdaSite.of(lambda, function.getClass());
        int registrations = ByValuePackages.version();
        CapturedFunction found = parts(site, captured(lambda), function, patched, name);
        if (!(function.getClass().getClassLoader() instanceof BundleLoader)) { // whose code is answered for each time
            LastCapture.keep(site, function.getClass(), patched, registrations, found);
        }
        return found;
    }

    private static CapturedFunction parts(
            LambdaSite site, @Nullable Object[] captured, Object function, @Nullable Class<?> patched, String name) {
        ClassLoader loader = function.getClass().getClassLoader();
        ByValue rule = patched == null ? Carried.rule(loader) : ByValue.of(loader, patched);
        return parts(site, captured, loader, rule, name);
    }

    private static CapturedFunction parts(
            LambdaSite site, @Nullable Object[] captured, @Nullable ClassLoader loader, ByValue rule, String name) {
        if (OwnPackages.include(site.writer())) {
            throw Refusals.notCapturable(
                    name, "it was written in a package of this library, which no receiver takes", null);
        }
        Carried carried = new Carried(rule, site.writer(), loader);
        if (!site.isBody() || site.isStatic()) {
            return new CapturedFunction(bundle(site, loader, rule, name), captured, carried);
        }
        CapturedThis self = CapturedThis.of(site, ClassFiles.read(site.writer(), loader));
        if (self == null || !self.isSnapshot()) {
            throw Refusals.notCapturable(
                    name,
                    "it captures this, the " + Part.dotted(site.writer()) + " that wrote it, "
                            + (self == null ? "by using it" : self.how())
                            + "; use local variables instead"
                            + (self != null && self.mayBeSnapshot()
                                    ? ", or let its fields travel as they are with captured-this=snapshot"
                                    : ""),
                    null);
        }
        Object owner = Objects.requireNonNull(captured[0]);
        return new CapturedFunction(bundle(self.site(site), loader, rule, name), self.values(owner, captured), carried);
    }

    private static Bundle bundle(LambdaSite site, @Nullable ClassLoader loader, ByValue rule, String name) {
        Bundle bundle = Bundles.of(site, loader, rule, name);
        if (loader instanceof BundleLoader received) {
            Unvouched.derive(bundle, received.contentHash());
        }
        return bundle;
    }

    private static String describe(Method method, SerializedLambda lambda) {
        return describe(method, Part.dotted(lambda.getCapturingClass()) + ", " + lambda.getImplMethodName());
    }

    /** Returns for example {@code for com.acme.Turkey.hi (com.acme.Main, lambda$main$0)}; never a captured value. */
    private static String describe(Method method, String writer) {
        return "for " + method.getDeclaringClass().getTypeName() + "." + method.getName() + " (" + Part.dotted(writer)
                + ")";
    }

    static @Nullable Object[] captured(SerializedLambda lambda) {
        @Nullable Object[] captured = new @Nullable Object[lambda.getCapturedArgCount()];
        for (int i = 0; i < captured.length; i++) {
            captured[i] = lambda.getCapturedArg(i);
        }
        return captured;
    }

    /** Lets the fields of an object travel in its place, where a lambda captured it to read them. */
    public static void snapshotThis(boolean allowed) {
        CapturedThis.snapshot(allowed);
    }
}
