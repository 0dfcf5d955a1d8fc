package dev.instancepatch.restore;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.refusal.Refusals;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A bundle whose classes are defined, ready to make functions: {@code (captured values) -> function}. */
final class LinkedBundle {
    private final BundleLoader loader;
    private final MethodHandle factory;

    private LinkedBundle(BundleLoader loader, MethodHandle factory) {
        this.loader = loader;
        this.factory = factory;
    }

    /** Defines a bundle's classes. Only a bundle that passed the {@link TrustGate} comes here. */
    static LinkedBundle of(Bundle bundle, ClassLoader target, Consumer<Module> admit) {
        BundleLoader loader = new BundleLoader(bundle, target);
        try {
            admit.accept(loader.getUnnamedModule());
            return new LinkedBundle(loader, factory(bundle, loader));
        } catch (Exception | LinkageError e) {
            throw Refusals.cannotLink(bundle.host().binaryName(), String.valueOf(e), e);
        }
    }

    private static MethodHandle factory(Bundle bundle, BundleLoader loader) throws Exception {
        Class<?> host = loader.loadClass(bundle.host().binaryName());
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(host, lookupIn(loader));
        MethodType entry = bundle.entryType(loader);
        MethodType function = MethodType.fromMethodDescriptorString(bundle.functionDescriptor(), loader);
        Class<?> implemented =
                Class.forName(bundle.interfaceName().replace('/', '.'), false, BundleLoader.class.getClassLoader());
        Method method = abstractMethod(implemented);
        return LambdaMetafactory.altMetafactory(
                        lookup,
                        method.getName(),
                        MethodType.methodType(implemented, entry.parameterList().subList(0, bundle.capturedCount())),
                        MethodType.methodType(method.getReturnType(), method.getParameterTypes()),
                        lookup.findStatic(host, Bundle.ENTRY, entry),
                        function,
                        LambdaMetafactory.FLAG_SERIALIZABLE)
                .getTarget();
    }

    private static MethodHandles.Lookup lookupIn(BundleLoader loader) throws ReflectiveOperationException {
        return (MethodHandles.Lookup) loader.loadClass(LookupInBundle.class.getName())
                .getMethod("lookup")
                .invoke(null);
    }

    private static Method abstractMethod(Class<?> implemented) {
        return Arrays.stream(implemented.getMethods())
                .filter(m -> Modifier.isAbstract(m.getModifiers()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(implemented + " is no functional interface"));
    }

    BundleLoader loader() {
        return loader;
    }

    /** Makes a function out of captured values. */
    Object function(@Nullable Object[] captured) {
        try {
            return factory.invokeWithArguments(captured);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            throw Refusals.cannotLink(loader.bundle().host().binaryName(), String.valueOf(e), e);
        }
    }
}
