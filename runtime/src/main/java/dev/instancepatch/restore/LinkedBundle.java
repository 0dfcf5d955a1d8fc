package dev.instancepatch.restore;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.CapturedFunction;
import dev.instancepatch.refusal.Refusals;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A bundle whose classes are defined, ready to make functions: {@code (captured values) -> function}. */
final class LinkedBundle {
    private final BundleLoader loader;
    private final Bundle sent; // functions are sent on as this
    private final Bundle bundle;
    private final List<Class<?>> implemented; // the functional interface first
    private final MethodHandle factory; // of functions; of handles on the entry where only a proxy can be the function
    private final boolean proxied;

    private LinkedBundle(BundleLoader loader, Linkable code) throws Exception {
        this.loader = loader;
        this.sent = code.sent();
        this.bundle = code.defined();
        this.implemented = interfaces(bundle, loader);
        this.proxied = !implemented.stream().allMatch(LinkedBundle::isVisible);
        Class<?> host = loader.loadClass(bundle.host().binaryName());
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(host, lookupIn(loader));
        MethodHandle entry = lookup.findStatic(host, Bundle.ENTRY, bundle.entryType(loader));
        this.factory = proxied ? entry : lambda(lookup, entry);
    }

    /** Defines code. Only what passed the {@link TrustGate} comes here. */
    static LinkedBundle of(Linkable code, Consumer<Module> admit) {
        BundleLoader loader = new BundleLoader(code);
        try {
            admit.accept(loader.getUnnamedModule());
            return new LinkedBundle(loader, code);
        } catch (Exception | LinkageError e) {
            throw Refusals.cannotLink(code.sent().host().binaryName(), String.valueOf(e), e);
        }
    }

    /** Code in a loader of its own cannot implement what is not public elsewhere. */
    private static boolean isVisible(Class<?> type) {
        return Modifier.isPublic(type.getModifiers()) || type.getClassLoader() instanceof BundleLoader;
    }

    private MethodHandle lambda(MethodHandles.Lookup lookup, MethodHandle entry) throws Exception {
        List<MethodType> methods = abstractMethods();
        List<Object> arguments = new ArrayList<>(List.of(
                methods.get(0),
                entry,
                MethodType.fromMethodDescriptorString(bundle.functionDescriptor(), loader),
                LambdaMetafactory.FLAG_SERIALIZABLE | LambdaMetafactory.FLAG_MARKERS | LambdaMetafactory.FLAG_BRIDGES,
                implemented.size() - 1));
        arguments.addAll(implemented.subList(1, implemented.size()));
        arguments.add(methods.size() - 1);
        arguments.addAll(methods.subList(1, methods.size()));
        return LambdaMetafactory.altMetafactory(
                        lookup,
                        InterfaceMethods.abstractOf(implemented).get(0).getName(),
                        MethodType.methodType(
                                implemented.get(0), entry.type().parameterList().subList(0, bundle.capturedCount())),
                        arguments.toArray())
                .getTarget();
    }

    /** Returns the type of the function's method; then those that generic supertypes give the same method. */
    private List<MethodType> abstractMethods() {
        return InterfaceMethods.abstractOf(implemented).stream()
                .map(LinkedBundle::type)
                .distinct()
                .toList();
    }

    private static MethodType type(Method method) {
        return MethodType.methodType(method.getReturnType(), method.getParameterTypes());
    }

    private static MethodHandles.Lookup lookupIn(BundleLoader loader) throws ReflectiveOperationException {
        return (MethodHandles.Lookup) loader.loadClass(LookupInBundle.class.getName())
                .getMethod("lookup")
                .invoke(null);
    }

    private static List<Class<?>> interfaces(Bundle bundle, BundleLoader loader) throws ClassNotFoundException {
        List<Class<?>> interfaces = new ArrayList<>();
        for (String name : bundle.interfaces()) {
            interfaces.add(loader.loadClass(name.replace('/', '.')));
        }
        return interfaces;
    }

    List<Class<?>> implemented() {
        return implemented;
    }

    BundleLoader loader() {
        return loader;
    }

    /**
     * Makes a function out of captured values.
     *
     * @param mayProxy true if it has to know by itself how to travel on
     */
    Object function(@Nullable Object[] captured, boolean mayProxy) {
        try {
            if (!proxied && !mayProxy) {
                return factory.invokeWithArguments(captured);
            }
            CapturedFunction parts = new CapturedFunction(sent, captured);
            return proxied
                    ? InterfaceProxy.ofEntry(implemented, MethodHandles.insertArguments(factory, 0, captured), parts)
                    : InterfaceProxy.ofFunction(implemented, factory.invokeWithArguments(captured), parts);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (ClassCastException e) {
            throw Refusals.cannotLink(
                    bundle.host().binaryName(),
                    "what it captured is of another class of the same name than its code brings along ("
                            + e.getMessage() + ")",
                    e);
        } catch (Throwable e) {
            throw Refusals.cannotLink(bundle.host().binaryName(), String.valueOf(e), e);
        }
    }
}
