package dev.instancepatch.agent.weave;

import dev.instancepatch.PatchException;
import dev.instancepatch.agent.backstage.Backstage;
import dev.instancepatch.agent.backstage.TransformLog;
import dev.instancepatch.refusal.Refusals;
import dev.instancepatch.table.Slots;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** Makes sure that methods look for patches, retransforming their classes the first time. */
public final class Weaver {
    private final Retransformation retransformation;
    private final ClassFilter filter;
    private final TransformLog log;
    private final boolean eager;

    /** Makes a weaver over the transformers that share this log. */
    public Weaver(Instrumentation instrumentation, ClassFilter filter, TransformLog log, boolean eager) {
        this.retransformation = new Retransformation(instrumentation);
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
            hookClone(object.getClass());
        }
        weaveOwn(method);
    }

    /** Gives a method of the agent's own probe its prologue. */
    public void weaveOwn(Method method) {
        String key = Preparation.key(method);
        if (isWoven(method, key)) {
            return;
        }
        Class<?> declaring = method.getDeclaringClass();
        Throwable thrown = retransformation.of(new ClassPlan(declaring, Set.of(key), CloneHook.Calls.NONE));
        if (!WovenMethods.of(declaring).isWoven(key)) {
            throw refusal(method, key, thrown);
        }
    }

    /**
     * Gives many methods their prologues, retransforming all their classes in one step.
     *
     * @param methods by class, the methods that its objects answer to
     * @throws dev.instancepatch.PatchException if a class is excluded, before anything is done; or if one could not be woven, when all
     *     others are
     */
    public void weave(Map<Class<?>, List<Method>> methods) {
        Preparation preparation = new Preparation(filter);
        methods.keySet().forEach(type -> Weavable.checkExcluded(type, filter));
        methods.forEach((type, all) -> preparation.add(type, all, m -> isWoven(m, Preparation.key(m))));
        if (preparation.needsDoor()) {
            Backstage.warmUpDoor();
        }
        refuseUnwoven(preparation.plans());
    }

    private void refuseUnwoven(Collection<ClassPlan> plans) {
        Map<Class<?>, Throwable> failed = retransformation.of(plans);
        PatchException first = null;
        for (ClassPlan plan : plans) {
            Throwable cause = failed.getOrDefault(plan.type(), log.failure(plan.name()));
            if (!plan.isInForce() && cause != null) { // null: a method without room for a prologue
                PatchException refusal = refusal(plan.type(), cause);
                if (first == null) {
                    first = refusal;
                } else {
                    first.addSuppressed(refusal);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** The JVM's copying of fields leaves the side table behind: whatever calls Object.clone brings it along. */
    private void hookClone(Class<?> type) {
        for (Class<?> c : CloneHook.hierarchy(type, filter)) {
            Throwable failed = retransformation.of(new ClassPlan(c, Set.of(), CloneHook.Calls.in(c)));
            if (failed != null) {
                throw refusal(c, failed);
            }
        }
    }

    private PatchException refusal(Class<?> type, Throwable failed) {
        log.failed(Type.getInternalName(type), failed);
        return Refusals.weavingFailedFor(type, failed);
    }

    private boolean isWoven(Method method, String key) {
        return WovenMethods.of(method.getDeclaringClass()).isWoven(key) || isEagerlyWoven(method, key);
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
}
