package dev.instancepatch.restore;

import dev.instancepatch.code.CapturedFunction;
import dev.instancepatch.refusal.Refusals;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A received function where no lambda will do: its interface is not public, or no agent is there to see to it that a lambda travels
 * on. Slower than a lambda by some ten nanoseconds a call.
 */
public final class InterfaceProxy implements InvocationHandler {
    private static volatile @Nullable Function<CapturedFunction, Object> forms;

    private final @Nullable MethodHandle entry; // the captured values are bound
    private volatile @Nullable Object function;
    private final CapturedFunction parts;

    private InterfaceProxy(@Nullable MethodHandle entry, @Nullable Object function, CapturedFunction parts) {
        this.entry = entry;
        this.function = function;
        this.parts = parts;
    }

    /** What a function can do that sends itself on. */
    public interface Travelling {
        /** Returns what a stream writes in the function's place. */
        Object writeReplace() throws ObjectStreamException;
    }

    /** Called once by the room that knows how functions are written. */
    public static void supply(Function<CapturedFunction, Object> source) {
        forms = source;
    }

    /** Returns what a function was received as, or null if it is no such proxy. */
    public static @Nullable CapturedFunction parts(Object function) {
        return Proxy.isProxyClass(function.getClass())
                        && Proxy.getInvocationHandler(function) instanceof InterfaceProxy proxy
                ? proxy.parts
                : null;
    }

    static Object ofEntry(List<Class<?>> implemented, MethodHandle entry, CapturedFunction parts) {
        return make(implemented, new InterfaceProxy(entry, null, parts));
    }

    static Object ofFunction(List<Class<?>> implemented, Object function, CapturedFunction parts) {
        return make(implemented, new InterfaceProxy(null, function, parts));
    }

    /** Makes what stands in for a function until its captured values are read, since they may lead to it. */
    public static Object standIn(List<Class<?>> implemented, CapturedFunction parts) {
        return make(implemented, new InterfaceProxy(null, null, parts));
    }

    /** Tells a stand-in the function. */
    public static void settle(Object standIn, Object function) {
        ((InterfaceProxy) Proxy.getInvocationHandler(standIn)).function = function;
    }

    private static Object make(List<Class<?>> implemented, InterfaceProxy handler) {
        Set<Class<?>> interfaces = new LinkedHashSet<>(implemented);
        interfaces.addAll(List.of(Travelling.class, Serializable.class));
        ClassLoader own = loader(implemented);
        return Proxy.newProxyInstance(
                own == null ? InterfaceProxy.class.getClassLoader() : own,
                interfaces.toArray(new Class<?>[0]),
                handler);
    }

    /** The one that is not public decides (Proxy, class comment); else the nearest to the code. */
    private static @Nullable ClassLoader loader(List<Class<?>> implemented) {
        for (Class<?> type : implemented) {
            if (!Modifier.isPublic(type.getModifiers())) {
                return type.getClassLoader();
            }
        }
        for (Class<?> type : implemented) {
            if (type.getClassLoader() != null) {
                return type.getClassLoader();
            }
        }
        return null;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Travelling.class) {
            Function<CapturedFunction, Object> source = forms;
            return source == null ? null : source.apply(parts);
        }
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        @Nullable Object[] values = arguments == null ? new Object[0] : arguments;
        if (entry != null) {
            return method.isDefault()
                    ? InvocationHandler.invokeDefault(proxy, method, values)
                    : entry.invokeWithArguments(values);
        }
        Object settled = function;
        if (settled == null) {
            throw Refusals.cannotLink(
                    "of " + parts.bundle().host().binaryName(), "it was called while what it captured was read", null);
        }
        try {
            return method.invoke(settled, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object ofObject(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> proxy.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(proxy));
        };
    }
}
