package dev.instancepatch.agent.door;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Opens the JDK to the agent, in three steps, on the first patch or the first object stream:
 *
 * <ol>
 *   <li>fetch the full-access lookup through {@link Opener};
 *   <li>define {@link Door} in java.base, under its java.io name (a boot class path append would switch AppCDS off on JDK 25);
 *   <li>define the door keeper, beside its template, as a subclass of that, and hand it to the door.
 * </ol>
 */
public final class DoorInstaller {
    private DoorInstaller() {}

    /** Returns the JDK's full-access lookup. It must not leave the agent. */
    public static MethodHandles.Lookup fullAccess(Instrumentation instrumentation) throws Exception {
        ClassLoader throwAway = new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                if (!name.equals(Opener.class.getName())) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = bytesOf(Opener.class);
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        Class<?> opener = throwAway.loadClass(Opener.class.getName());
        instrumentation.redefineModule(
                Object.class.getModule(),
                Set.of(),
                Map.of(),
                Map.of("java.lang.invoke", Set.of(opener.getModule())),
                Set.of(),
                Map.of());
        return (MethodHandles.Lookup) ((Supplier<?>) opener.getConstructor().newInstance()).get();
    }

    /**
     * Defines the door and its keeper. Once in a JVM.
     *
     * @param keeper a subclass of {@link Door}, never used itself: a copy is, below the door in force
     */
    public static void install(MethodHandles.Lookup fullAccess, Class<?> keeper) throws Throwable {
        String template = internal(keeper);
        Renaming renaming =
                new Renaming(Map.of(internal(Door.class), Door.INTERNAL_NAME, template, template + "InForce"));
        Class<?> door = fullAccess.in(File.class).defineClass(renaming.apply(bytesOf(Door.class)));
        Class<?> inForce = fullAccess.in(keeper).defineClass(renaming.apply(bytesOf(keeper)));
        Object standing = fullAccess
                .in(inForce)
                .findConstructor(inForce, MethodType.methodType(void.class))
                .invoke();
        fullAccess.in(door).findStaticSetter(door, "keeper", door).invoke(standing);
    }

    /** Calls the door as woven code of the JDK does, for an object that nobody patched. */
    public static void lookUpNothing(MethodHandles.Lookup fullAccess) {
        try {
            Class<?> door = Class.forName(Door.INTERNAL_NAME.replace('/', '.'), true, null);
            MethodType find = MethodType.methodType(Object.class, Object.class, int.class);
            Object nothing = fullAccess.findStatic(door, "find", find).invoke(new Object(), 0);
            if (nothing != null) {
                throw new IllegalStateException("a fresh object has a patch");
            }
        } catch (Throwable e) {
            throw new IllegalStateException("the door cannot be used: " + e, e);
        }
    }

    private static String internal(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    private static byte[] bytesOf(Class<?> type) {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            if (in == null) {
                throw new IllegalStateException("no class file of " + type);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("no class file of " + type, e);
        }
    }
}
