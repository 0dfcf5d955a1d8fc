package dev.instancepatch.agent.weave;

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

    /** Makes a weaver over the transformers that share this log. */
    public Weaver(Instrumentation instrumentation, ClassFilter filter, TransformLog log) {
        this.instrumentation = instrumentation;
        this.filter = filter;
        this.log = log;
    }

    /**
     * Gives a method its prologue, unless it has it.
     *
     * @throws dev.instancepatch.PatchException if the class or the method cannot have one; it then runs unchanged
     */
    public void weave(Method method, Object object) {
        Class<?> declaring = method.getDeclaringClass();
        requireSlot(object.getClass(), declaring);
        String key = method.getName() + MethodId.of(method).descriptor();
        WovenMethods methods = WovenMethods.of(declaring);
        if (!methods.isWoven(key)) {
            weaveNow(method, methods, key);
        }
    }

    private void requireSlot(Class<?> type, Class<?> declaring) {
        for (Class<?> c : new Class<?>[] {type, declaring}) {
            if (filter.excluded(Type.getInternalName(c))) {
                throw Refusals.excludedClass(c);
            }
        }
        if (Slots.owner(type) == null) {
            throw Refusals.notWoven(type, whyNoSlot(type));
        }
        if (Slots.owner(declaring) == null) {
            throw Refusals.notWoven(
                    type, "it inherits the method from " + declaring.getTypeName() + ", which has no slot");
        }
    }

    private String whyNoSlot(Class<?> type) {
        Throwable failure = log.failure(Type.getInternalName(type));
        if (failure != null) {
            return "the class could not be transformed: " + failure;
        }
        if (!filter.ofApplication(type.getClassLoader())) {
            return "it is a class of the JDK";
        }
        return filter.slotted(Type.getInternalName(type)) ? "it was loaded before the agent" : "it is outside include=";
    }

    private void weaveNow(Method method, WovenMethods methods, String key) {
        Class<?> declaring = method.getDeclaringClass();
        // One thread a class: another one's prologue counts as woven only once its retransformation is in force.
        synchronized (methods) {
            if (methods.isWoven(key)) {
                return;
            }
            methods.request(key);
            Throwable thrown = retransform(declaring);
            if (thrown == null && methods.isVisited(key)) {
                methods.woven(key);
                return;
            }
            methods.giveUp(key);
            Throwable cause = thrown != null ? thrown : log.failure(Type.getInternalName(declaring));
            throw Refusals.weavingFailed(
                    method,
                    "its class could not be transformed: " + (cause == null ? "the JVM gave no reason" : cause),
                    cause);
        }
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
