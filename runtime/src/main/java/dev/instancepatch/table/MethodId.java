package dev.instancepatch.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One method as its class declares it: the key of an {@link OverrideTable}.
 *
 * <p>A patch of {@code D.m} is another key than {@code C.m}, so {@code super.m()} needs no detection. One instance per
 * method, held by the declaring class; nothing else holds it for ever.
 *
 * <p>Example used in the comments: {@code Turkey.greet(String)}, the second method ever patched below {@code Bird}.
 */
public final class MethodId {
    private static final ClassValue<Map<String, MethodId>> DECLARED = new ClassValue<>() {
        @Override
        protected Map<String, MethodId> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    /** Counts the patched methods of one hierarchy, so that no two that can meet in one object share an index. */
    private static final ClassValue<AtomicInteger> NEXT_INDEX = new ClassValue<>() {
        @Override
        protected AtomicInteger computeValue(Class<?> root) {
            return new AtomicInteger();
        }
    };

    private final Method method; // public String Turkey.greet(String)
    private final MethodType type; // (String)String
    private final int index; // 1
    private final int number; // 17, the eighteenth method ever patched in this JVM
    private final FindSite find;
    private final RecentTable recent = new RecentTable();
    private volatile @Nullable MethodHandle boxedCall; // made for class files without invokedynamic only
    private volatile @Nullable OriginalBody body; // made when a patch first asks for it

    private MethodId(Method method) {
        this.method = method;
        this.type = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
        this.index = meetsEveryHierarchy(method)
                ? Integer.MAX_VALUE
                : NEXT_INDEX.get(root(method.getDeclaringClass())).getAndIncrement();
        this.number = MethodNumbers.register(this);
        this.find = new FindSite(this);
    }

    /** Returns the id of a method. */
    public static MethodId of(Method method) {
        MethodType type = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
        return DECLARED.get(method.getDeclaringClass())
                .computeIfAbsent(key(method.getName(), type.descriptorString()), k -> new MethodId(method));
    }

    /** Returns the id of a declared method, or null if the class declares none with this name and descriptor. */
    public static @Nullable MethodId of(Class<?> declaring, String name, String descriptor) {
        MethodId known = DECLARED.get(declaring).get(key(name, descriptor));
        if (known != null) {
            return known;
        }
        for (Method method : declaring.getDeclaredMethods()) {
            if (method.getName().equals(name) && descriptorOf(method).equals(descriptor)) {
                return of(method);
            }
        }
        return null;
    }

    /** Returns the method. */
    public Method method() {
        return method;
    }

    /** Returns its parameter and return types, without the receiver. */
    public MethodType type() {
        return type;
    }

    /** Returns its descriptor (JVMS 4.3.3). */
    public String descriptor() {
        return type.descriptorString();
    }

    /** Returns its place in a table: a field below {@link OverrideTable#FIELDS}, else looked up among the records. */
    int index() {
        return index;
    }

    /** Returns a number no other method of this JVM has. */
    public int number() {
        return number;
    }

    /** Returns the call site that finds this method's function in a table; one for all woven copies of the method. */
    FindSite find() {
        return find;
    }

    /** Returns the table that the last objects with a patch of this method alone share. */
    RecentTable recent() {
        return recent;
    }

    /** Returns the class's own body, for {@code original}. */
    OriginalBody body() {
        OriginalBody known = body;
        if (known == null) {
            synchronized (this) {
                known = body;
                if (known == null) {
                    body = known = OriginalBody.of(this);
                }
            }
        }
        return known;
    }

    /** Returns {@code (function, self, Object[]) -> result}, for class files that have no invokedynamic. */
    MethodHandle boxedCall() {
        MethodHandle known = boxedCall;
        if (known == null) {
            int parameters = type.parameterCount();
            boxedCall = known = new InlineCache(this, MethodType.genericMethodType(parameters + 2))
                    .dynamicInvoker()
                    .asSpreader(Object[].class, parameters);
        }
        return known;
    }

    /** Returns true if a class lives as long as the method's own, or longer: what belongs to the method may hold it then. */
    boolean outlivedBy(Class<?> type) {
        ClassLoader of = type.getClassLoader();
        if (of == null || of == ClassLoader.getPlatformClassLoader() || of == ClassLoader.getSystemClassLoader()) {
            return true;
        }
        ClassLoader loader = method.getDeclaringClass().getClassLoader();
        while (loader != null && loader != of) {
            loader = loader.getParent();
        }
        return loader == of;
    }

    private static boolean meetsEveryHierarchy(Method method) {
        Class<?> declaring = method.getDeclaringClass();
        return declaring == Object.class || declaring.isInterface();
    }

    private static Class<?> root(Class<?> type) {
        Class<?> root = type;
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            root = c;
        }
        return root;
    }

    private static String key(String name, String descriptor) {
        return name + descriptor;
    }

    private static String descriptorOf(Method method) {
        return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                .descriptorString();
    }

    @Override
    public String toString() {
        return method.toString();
    }
}
