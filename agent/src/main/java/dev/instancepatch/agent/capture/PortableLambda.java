package dev.instancepatch.agent.capture;

import dev.instancepatch.PatchException;
import dev.instancepatch.agent.backstage.Backstage;
import dev.instancepatch.refusal.Refusals;
import dev.instancepatch.restore.BundleLoader;
import dev.instancepatch.restore.InterfaceMethods;
import dev.instancepatch.restore.InterfaceProxy;
import dev.instancepatch.table.FunctionTypes;
import dev.instancepatch.wire.TravelsByValue;
import java.io.Serializable;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The same lambda once more, with a mark that streams look for: linked to the same implementation, in the class that wrote it. So a
 * call costs what it cost before, and the lambda that was given stays an ordinary one.
 */
public final class PortableLambda {
    /**
     * By a lambda's class, which is one for all that one expression makes: what makes the same with the mark. Each linking defines a
     * class that lives as long as the writer's.
     */
    private static final ClassValue<AtomicReference<@Nullable MethodHandle>> LINKED = new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable MethodHandle> computeValue(Class<?> type) {
            return new AtomicReference<>();
        }
    };

    private PortableLambda() {}

    /**
     * Returns a function that travels by value.
     *
     * @throws dev.instancepatch.PatchException with {@link dev.instancepatch.Code#NOT_CAPTURABLE} if its code cannot
     */
    public static Object of(Object function) {
        SerializedLambda lambda = FunctionTypes.serializedForm(function);
        if (function instanceof TravelsByValue || isReceived(function)) {
            return function;
        }
        if (lambda == null) {
            return ofObject(function);
        }
        try {
            if (LibraryLambda.isOne(lambda)) {
                return LibraryLambda.of(lambda, function);
            }
            Capture.of(function); // refused now rather than when it is written
            return link(LambdaSite.of(lambda, function.getClass()), lambda, function);
        } catch (PatchException | VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            throw cannotBeLinked(lambda.getCapturingClass(), e);
        }
    }

    /** Returns a value that a function captured, as one that travels with it. */
    static Object ofCaptured(Object value) {
        return FunctionTypes.serializedForm(value) == null ? value : of(value);
    }

    /** An object of a class of its own stays what it is, since it may be asked for by that class: its class travels. */
    private static Object ofObject(Object function) {
        LambdaSite site = ClassFunction.site(function);
        ClassLoader loader = function.getClass().getClassLoader();
        if (loader == null || loader == ClassLoader.getPlatformClassLoader()) {
            return function; // every JVM has its class
        }
        Capture.of(function);
        if (!function.getClass().isAnonymousClass()) {
            Carried.mark(function.getClass());
            return function;
        }
        try {
            return link(site, null, function);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            throw cannotBeLinked(site.writer(), e);
        }
    }

    private static PatchException cannotBeLinked(String writer, Throwable cause) {
        return Refusals.notCapturable("(" + Part.dotted(writer) + ")", "it cannot be linked again: " + cause, cause);
    }

    private static boolean isReceived(Object function) {
        return BundleLoader.bundleOf(function.getClass()) != null || InterfaceProxy.parts(function) != null;
    }

    private static Object link(LambdaSite site, @Nullable SerializedLambda lambda, Object function) throws Throwable {
        @Nullable Object[] captured = lambda == null ? new Object[] {function} : Capture.captured(lambda);
        AtomicReference<@Nullable MethodHandle> linked = LINKED.get(function.getClass());
        MethodHandle factory = linked.get();
        if (factory == null) {
            factory = factory(site, captured.length, function);
            linked.set(factory);
        }
        return factory.invokeWithArguments(captured);
    }

    private static MethodHandle factory(LambdaSite site, int captured, Object function) throws Throwable {
        ClassLoader loader = function.getClass().getClassLoader();
        Class<?> writer = Class.forName(Part.dotted(site.writer()), false, loader);
        Class<?> implemented = Class.forName(Part.dotted(site.interfaceName()), false, loader);
        MethodType entry = MethodType.fromMethodDescriptorString(site.entryDescriptor(), loader);
        MethodType factory =
                MethodType.methodType(implemented, entry.parameterList().subList(0, captured));
        return LambdaMetafactory.altMetafactory(
                        Backstage.lookupIn(writer), site.method(), factory, arguments(site, implemented, function))
                .getTarget();
    }

    private static Object[] arguments(LambdaSite site, Class<?> implemented, Object function)
            throws ReflectiveOperationException {
        ClassLoader loader = function.getClass().getClassLoader();
        MethodType erased = MethodType.fromMethodDescriptorString(site.methodDescriptor(), loader);
        List<Object> arguments = new ArrayList<>(List.of(
                erased,
                implementation(site, loader),
                MethodType.fromMethodDescriptorString(site.functionDescriptor(), loader),
                LambdaMetafactory.FLAG_SERIALIZABLE | LambdaMetafactory.FLAG_MARKERS | LambdaMetafactory.FLAG_BRIDGES));
        List<Class<?>> markers = markers(function, implemented);
        arguments.add(markers.size());
        arguments.addAll(markers);
        List<MethodType> bridges = bridges(function.getClass(), erased);
        arguments.add(bridges.size());
        arguments.addAll(bridges);
        return arguments.toArray();
    }

    /** Those that a cast to several interfaces gave the lambda, and ours. */
    private static List<Class<?>> markers(Object function, Class<?> implemented) {
        Set<Class<?>> markers = new LinkedHashSet<>(List.of(TravelsByValue.class));
        for (Class<?> type : function.getClass().getInterfaces()) {
            if (type != implemented && type != Serializable.class) {
                markers.add(type);
            }
        }
        return List.copyOf(markers);
    }

    private static List<MethodType> bridges(Class<?> function, MethodType erased) {
        List<MethodType> bridges = new ArrayList<>();
        for (Class<?> implemented : function.getInterfaces()) {
            for (Method method : InterfaceMethods.abstractOf(implemented)) {
                MethodType type = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
                if (!type.equals(erased) && !bridges.contains(type)) {
                    bridges.add(type);
                }
            }
        }
        return bridges;
    }

    private static MethodHandle implementation(LambdaSite site, ClassLoader loader)
            throws ReflectiveOperationException {
        MethodType type = MethodType.fromMethodDescriptorString(site.descriptor(), loader);
        Class<?> owner = Class.forName(Part.dotted(site.owner()), false, loader);
        MethodHandles.Lookup own = Backstage.lookupIn(owner);
        return switch (site.kind()) {
            case MethodHandleInfo.REF_invokeStatic -> own.findStatic(owner, site.name(), type);
            case MethodHandleInfo.REF_newInvokeSpecial -> own.findConstructor(owner, type);
            case MethodHandleInfo.REF_invokeSpecial -> own.findSpecial(owner, site.name(), type, owner);
            default -> own.findVirtual(owner, site.name(), type);
        };
    }
}
