package dev.instancepatch.agent.serial;

import dev.instancepatch.agent.backstage.Backstage;
import dev.instancepatch.agent.backstage.ClassDump;
import dev.instancepatch.agent.backstage.TransformLog;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts the hooks into the two classes of object streams, when they load, or when the first object is patched after they did.
 * All hooks of a class or none: on a JDK whose streams look different it leaves them alone and says so.
 */
public final class StreamTransformer implements ClassFileTransformer {
    static final String OUTPUT = "java/io/ObjectOutputStream";
    static final String INPUT = "java/io/ObjectInputStream";

    private static final Set<String> HOOKED = Set.of(OUTPUT, INPUT);

    private final TransformLog log;
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    /** Makes the transformer. */
    public StreamTransformer(TransformLog log) {
        this.log = log;
    }

    /** Hooks the classes that are loaded already, when the agent starts: a JVM that only reads patches nothing itself. */
    public void hookLoaded(Instrumentation instrumentation) {
        List<Class<?>> loaded = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            // Superclasses first: a class makes its name when it is asked for it, and these are a thousand.
            Class<?> parent = type.getSuperclass();
            if ((parent == InputStream.class || parent == OutputStream.class)
                    && HOOKED.contains(type.getName().replace('.', '/'))) {
                loaded.add(type);
            }
        }
        retransform(instrumentation, loaded);
    }

    /** Hooks all of them, now; does nothing the second time. */
    public void hook(Instrumentation instrumentation) {
        if (!done.containsAll(HOOKED)) {
            try {
                for (String name : HOOKED) {
                    Class.forName(name.replace('/', '.'), false, null); // hooks it, if this loads it
                }
            } catch (ClassNotFoundException e) {
                log.failed(OUTPUT, e);
            }
            if (!done.containsAll(HOOKED)) {
                hookLoaded(instrumentation);
            }
            done.addAll(HOOKED); // what failed is in the log, and would fail again
        }
    }

    private void retransform(Instrumentation instrumentation, List<Class<?>> types) {
        if (!types.isEmpty()) {
            try {
                instrumentation.retransformClasses(types.toArray(new Class<?>[0]));
            } catch (Exception | LinkageError e) {
                log.failed(OUTPUT, e);
            }
        }
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (loader != null || name == null || !HOOKED.contains(name)) {
            return null;
        }
        try {
            Backstage.open();
            byte[] hooked = StreamHooks.into(name, bytes);
            done.add(name);
            return ClassDump.of(name, hooked);
        } catch (Throwable e) {
            log.failed(name, e);
            return null;
        }
    }
}
