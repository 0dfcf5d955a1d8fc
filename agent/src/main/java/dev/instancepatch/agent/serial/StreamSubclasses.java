package dev.instancepatch.agent.serial;

import dev.instancepatch.agent.backstage.Backstage;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** The protected methods by which applications' streams decide for themselves, and the private fields that say whether they do. */
final class StreamSubclasses {
    private static final VarHandle REPLACES;
    private static final VarHandle RESOLVES;
    private static final VarHandle FILTER;
    private static final VarHandle REFERENCES;
    private static final MethodHandle REPLACE;
    private static final MethodHandle RESOLVE;
    private static final MethodHandle RESOLVE_CLASS;
    private static final MethodHandle RESOLVE_PROXY;

    static {
        try {
            MethodHandles.Lookup out = Backstage.lookupIn(ObjectOutputStream.class);
            REPLACES = out.findVarHandle(ObjectOutputStream.class, "enableReplace", boolean.class);
            REPLACE = out.findVirtual(
                    ObjectOutputStream.class, "replaceObject", MethodType.methodType(Object.class, Object.class));
            MethodHandles.Lookup in = Backstage.lookupIn(ObjectInputStream.class);
            RESOLVES = in.findVarHandle(ObjectInputStream.class, "enableResolve", boolean.class);
            REFERENCES = in.findVarHandle(ObjectInputStream.class, "totalObjectRefs", long.class);
            FILTER = in.findVarHandle(ObjectInputStream.class, "serialFilter", ObjectInputFilter.class);
            RESOLVE = in.findVirtual(
                    ObjectInputStream.class, "resolveObject", MethodType.methodType(Object.class, Object.class));
            RESOLVE_CLASS = in.findVirtual(
                    ObjectInputStream.class,
                    "resolveClass",
                    MethodType.methodType(Class.class, ObjectStreamClass.class));
            RESOLVE_PROXY = in.findVirtual(
                    ObjectInputStream.class, "resolveProxyClass", MethodType.methodType(Class.class, String[].class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private StreamSubclasses() {}

    static boolean replaces(ObjectOutputStream out) {
        return (boolean) REPLACES.get(out);
    }

    static @Nullable Object replace(ObjectOutputStream out, @Nullable Object object) throws IOException {
        try {
            return (Object) REPLACE.invokeExact(out, object);
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible); // declares IOException only
        }
    }

    static boolean resolvesObjects(ObjectInputStream in) {
        return (boolean) RESOLVES.get(in);
    }

    static @Nullable Object resolve(ObjectInputStream in, @Nullable Object object) throws IOException {
        try {
            return (Object) RESOLVE.invokeExact(in, object);
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible); // declares IOException only
        }
    }

    static Class<?> resolve(ObjectInputStream in, ObjectStreamClass descriptor)
            throws IOException, ClassNotFoundException {
        try {
            return (Class<?>) RESOLVE_CLASS.invokeExact(in, descriptor);
        } catch (IOException | ClassNotFoundException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible); // declares these two only
        }
    }

    static Class<?> resolveProxy(ObjectInputStream in, String[] interfaces) throws IOException, ClassNotFoundException {
        try {
            return (Class<?>) RESOLVE_PROXY.invokeExact(in, interfaces);
        } catch (IOException | ClassNotFoundException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible); // declares these two only
        }
    }

    /** Lets one stream go on counting objects, for its filter, where another has arrived. */
    static void countOn(ObjectInputStream from, ObjectInputStream to) {
        REFERENCES.set(to, (long) REFERENCES.get(from));
    }

    /** Puts a filter in the place of another, which {@link ObjectInputStream#setObjectInputFilter} does not do. */
    static @Nullable ObjectInputFilter filter(ObjectInputStream in, @Nullable ObjectInputFilter filter) {
        ObjectInputFilter before = (ObjectInputFilter) FILTER.get(in);
        FILTER.set(in, filter);
        return before;
    }
}
