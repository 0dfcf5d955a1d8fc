package dev.instancepatch.benchmarks.calls;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * A competitor's own copies of birds and loops. The JIT decides by what a method, and each call in it, has met so far: in one loop for
 * all, the first competitor's class would be the only one known, and the second would find it compiled for another. Copies of the same
 * class files under a loader each have profiles of their own, and the agent weaves them by class, each on its own.
 *
 * <p>Classes that the agent shall leave alone stand in another package, which its options exclude.
 */
final class Copies extends ClassLoader {
    /** What {@code exclude=} has to name. */
    static final String EXCLUDED = "excluded.*";

    private static final String SOURCE = "dev.instancepatch.benchmarks.calls.copied.";
    private static final String OTHERS = "excluded.copied.";

    private final String prefix;
    private final Remapper names;
    private final Set<String> shared;
    private final Map<String, String> sources = new HashMap<>();

    /**
     * Makes a loader without classes.
     *
     * @param woven whether the agent may weave them
     * @param standIns classes that take the place of others, by simple names: what is called {@code HookBird} in the source is {@code
     *     Bird} to all copies
     */
    Copies(boolean woven, Map<String, String> standIns, ClassLoader parent) {
        super(parent);
        shared = Set.of();
        prefix = woven ? SOURCE : OTHERS;
        standIns.forEach((original, standIn) -> sources.put(prefix + original, SOURCE + standIn));
        Map<String, String> renamed = new HashMap<>();
        standIns.forEach((original, standIn) -> renamed.put(slashed(SOURCE + standIn), slashed(prefix + original)));
        names = new Renaming(renamed);
    }

    /** Renames stand-ins, and moves all others to this loader's package. */
    private final class Renaming extends Remapper {
        private final Map<String, String> standIns;

        Renaming(Map<String, String> standIns) {
            super(Opcodes.ASM9);
            this.standIns = standIns;
        }

        @Override
        public String map(String name) {
            String standsInFor = standIns.get(name);
            return standsInFor == null && name.startsWith(slashed(SOURCE))
                    ? slashed(prefix) + name.substring(SOURCE.length())
                    : standsInFor == null ? name : standsInFor;
        }
    }

    /**
     * Makes a loader whose classes another one's loops can call: they share the interface, and the loops. The same class file under
     * several of them is as many classes.
     */
    Copies(Copies sharing) {
        super(sharing);
        prefix = sharing.prefix;
        names = sharing.names;
        sources.putAll(sharing.sources);
        shared = Set.of(prefix + "Subject", prefix + "Loops");
    }

    /** Returns an object of one of the copies, by its simple name. */
    Object make(String simpleName) {
        try {
            return loadClass(prefix + simpleName).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no " + simpleName, e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(prefix) || shared.contains(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        String source = sources.getOrDefault(name, SOURCE + name.substring(prefix.length()));
        try (InputStream in = Copies.class.getClassLoader().getResourceAsStream(slashed(source) + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            ClassWriter copy = new ClassWriter(0);
            new ClassReader(in).accept(new ClassRemapper(copy, names), 0);
            byte[] bytes = copy.toByteArray();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static String slashed(String name) {
        return name.replace('.', '/');
    }
}
