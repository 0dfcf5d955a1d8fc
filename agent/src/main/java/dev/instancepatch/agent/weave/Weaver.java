package dev.instancepatch.agent.weave;

import dev.instancepatch.agent.backstage.Backstage;
import dev.instancepatch.agent.backstage.TransformLog;
import dev.instancepatch.refusal.Refusals;
import dev.instancepatch.table.MethodId;
import dev.instancepatch.table.Slots;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** Makes sure that a method looks for patches, retransforming its class the first time. */
public final class Weaver {
    private final Instrumentation instrumentation;
    private final ClassFilter filter;
    private final TransformLog log;
    private final boolean eager;

    /** Makes a weaver over the transformers that share this log. */
    public Weaver(Instrumentation instrumentation, ClassFilter filter, TransformLog log, boolean eager) {
        this.instrumentation = instrumentation;
        this.filter = filter;
        this.log = log;
        this.eager = eager;
    }

    /**
     * Gives a method its prologue, unless it has it.
     *
     * @throws dev.instancepatch.PatchException if the class or the method cannot have one; it then runs unchanged
     */
    public void weave(Method method, Object object) {
        Weavable.check(method, filter, object);
        Class<?> declaring = method.getDeclaringClass();
        if (!filter.ofApplication(declaring.getClassLoader())) {
            Backstage.warmUpDoor();
        }
        if (Slots.owner(declaring) == null) {
            hookClone(object);
        }
        weave(method, method.getName() + MethodId.of(method).descriptor());
    }

    /** Gives a method of the agent's own probe its prologue. */
    public void weaveOwn(Method method) {
        weave(method, method.getName() + MethodId.of(method).descriptor());
    }

    /** The JVM's copying of fields leaves the side table behind: whatever calls Object.clone brings it along. */
    private void hookClone(Object object) {
        if (object instanceof Cloneable) {
            for (Class<?> c = object.getClass(); c != Object.class; c = c.getSuperclass()) {
                if (filter.excluded(Type.getInternalName(c))) {
                    continue; // never touched: its clones come without patches
                }
                WovenMethods methods = WovenMethods.of(c);
                CloneHook.Calls calls = CloneHook.Calls.in(c);
                synchronized (methods) {
                    if (!methods.cloneCalls().equals(calls)) {
                        rememberNames(c, methods);
                        methods.cloneCalls(calls);
                        refuseIf(retransform(c), c);
                    }
                }
            }
        }
    }

    private void refuseIf(@Nullable Throwable failed, Class<?> type) {
        if (failed != null) {
            log.failed(Type.getInternalName(type), failed);
            throw Refusals.weavingFailedFor(type, failed);
        }
    }

    private static void rememberNames(Class<?> type, WovenMethods methods) {
        if (methods.isEmpty()) {
            methods.parameterNames(ParameterNames.of(type));
        }
    }

    /** Retransforms a method's class, so that the transformer visits what is asked for. */
    private void weave(Method method, String key) {
        Class<?> declaring = method.getDeclaringClass();
        WovenMethods methods = WovenMethods.of(declaring);
        if (methods.isWoven(key) || isEagerlyWoven(method, key)) {
            return;
        }
        // One thread a class: another one's prologue counts as woven only once its retransformation is in force.
        synchronized (methods) {
            if (methods.isWoven(key)) {
                return;
            }
            rememberNames(declaring, methods);
            methods.request(key);
            Throwable thrown = retransform(declaring);
            if (thrown == null && methods.isVisited(key)) {
                methods.woven(key);
                return;
            }
            methods.giveUp(key);
            throw refusal(method, key, thrown);
        }
    }

    private boolean isEagerlyWoven(Method method, String key) {
        String declaring = Type.getInternalName(method.getDeclaringClass());
        return eager
                && log.whySkipped(declaring, key) == null
                && log.failure(declaring) == null
                && EagerMark.isOn(method.getDeclaringClass());
    }

    private RuntimeException refusal(Method method, String key, @Nullable Throwable thrown) {
        String declaring = Type.getInternalName(method.getDeclaringClass());
        String skipped = log.whySkipped(declaring, key);
        if (skipped != null) {
            return Refusals.weavingFailed(method, skipped, null);
        }
        if (thrown != null) {
            log.failed(declaring, thrown);
        }
        Throwable cause = log.failure(declaring); // ours, if it came first: it says more than the JVM does
        return Refusals.weavingFailed(
                method,
                "its class could not be transformed: " + (cause == null ? "the JVM gave no reason" : cause),
                cause);
    }

    private @Nullable Throwable retransform(Class<?> type) {
        if (!instrumentation.isModifiableClass(type)) {
            return new UnsupportedOperationException("the JVM lets no agent change it");
        }
        try {
            instrumentation.retransformClasses(type);
            return null;
        } catch (Exception | LinkageError e) {
            return e;
        }
    }
}
