package dev.instancepatch.wire;

import dev.instancepatch.bridge.Bridge;
import dev.instancepatch.code.OwnPackages;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the classes that a parcel names; initializes none. */
final class ParcelClasses {
    private static final Map<String, Class<?>> PRIMITIVES = List.<Class<?>>of(
                    boolean.class,
                    byte.class,
                    char.class,
                    short.class,
                    int.class,
                    long.class,
                    float.class,
                    double.class,
                    void.class)
            .stream()
            .collect(Collectors.toMap(Class::getName, Function.identity()));

    private static final InvocationHandler NONE = (proxy, method, arguments) -> null;

    private final ClassLoader loader;

    ParcelClasses(ClassLoader loader) {
        this.loader = loader;
    }

    Class<?> find(String name) throws ClassNotFoundException {
        if (OwnPackages.include(name.replace('.', '/'))) {
            return own(name);
        }
        Class<?> primitive = PRIMITIVES.get(name);
        return primitive == null ? Class.forName(name, false, loader) : primitive;
    }

    /** The agent serves one runtime, wherever this one and the application's loader stand. */
    private static Class<?> own(String name) throws ClassNotFoundException {
        ClassLoader here = ParcelClasses.class.getClassLoader();
        if (Bridge.agent() == null) {
            try {
                return Class.forName(name, false, ClassLoader.getSystemClassLoader());
            } catch (ClassNotFoundException elsewhere) {
                return Class.forName(name, false, here);
            }
        }
        return Class.forName(name, false, here);
    }

    /** As {@link java.io.ObjectInputStream#resolveProxyClass} does: a proxy lives where its interfaces that are not public do. */
    Class<?> proxy(String[] interfaces) throws ClassNotFoundException {
        Class<?>[] types = new Class<?>[interfaces.length];
        Class<?> hidden = null;
        for (int i = 0; i < types.length; i++) {
            types[i] = Class.forName(interfaces[i], false, loader);
            if (!Modifier.isPublic(types[i].getModifiers())) {
                hidden = agree(hidden, types[i]);
            }
        }
        try {
            return Proxy.newProxyInstance(hidden == null ? loader : hidden.getClassLoader(), types, NONE)
                    .getClass();
        } catch (IllegalArgumentException e) {
            throw new ClassNotFoundException("a proxy of " + String.join(", ", interfaces), e);
        }
    }

    private static Class<?> agree(@Nullable Class<?> hidden, Class<?> type) {
        if (hidden != null && hidden.getClassLoader() != type.getClassLoader()) {
            throw new IllegalAccessError("conflicting non-public interface class loaders");
        }
        return type;
    }
}
