package dev.instancepatch.agent.weave;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries plans out: of one class, or of many in one step, so that the JVM stops its threads once for all of them. */
final class Retransformation {
    private final Instrumentation instrumentation;

    Retransformation(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /**
     * Carries out one plan, unless it is in force.
     *
     * @return why the JVM did not take the class, or null
     */
    @Nullable
    Throwable of(ClassPlan plan) {
        plan.lock();
        try {
            return plan.isInForce() ? null : now(plan);
        } finally {
            plan.unlock();
        }
    }

    private @Nullable Throwable now(ClassPlan plan) {
        plan.request();
        Throwable thrown = retransform(List.of(plan));
        if (thrown == null) {
            plan.settle();
        } else {
            plan.withdraw();
        }
        return thrown;
    }

    /**
     * Carries out many plans in one step. The JVM takes all classes of a step or none: if it takes none, each is on its own.
     *
     * @return the classes that it did not take, and why
     */
    Map<Class<?>, Throwable> of(Collection<ClassPlan> plans) {
        List<ClassPlan> alone = together(plans);
        Map<Class<?>, Throwable> failed = new LinkedHashMap<>();
        for (ClassPlan plan : alone) {
            Throwable thrown = of(plan);
            if (thrown != null) {
                failed.put(plan.type(), thrown);
            }
        }
        return failed;
    }

    /** Returns the plans that are left to be carried out one by one. */
    private List<ClassPlan> together(Collection<ClassPlan> plans) {
        List<ClassPlan> busy = new ArrayList<>();
        List<ClassPlan> locked = new ArrayList<>();
        try {
            for (ClassPlan plan : plans) {
                // Who waits here while holding locks could wait for somebody who waits for those.
                (plan.tryLock() ? locked : busy).add(plan);
            }
            List<ClassPlan> refused =
                    now(locked.stream().filter(p -> !p.isInForce()).toList());
            busy.addAll(refused);
            return busy;
        } finally {
            locked.forEach(ClassPlan::unlock);
        }
    }

    /** Returns all plans if the JVM took none of the classes. */
    private List<ClassPlan> now(List<ClassPlan> plans) {
        plans.forEach(ClassPlan::request);
        if (plans.isEmpty() || retransform(plans) == null) {
            plans.forEach(ClassPlan::settle);
            return List.of();
        }
        plans.forEach(ClassPlan::withdraw);
        return plans;
    }

    // Loops, not streams, from here on: the JVM's first patch would pay for linking each lambda.

    private @Nullable Throwable retransform(List<ClassPlan> plans) {
        Class<?>[] types = new Class<?>[plans.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = plans.get(i).type();
            if (!instrumentation.isModifiableClass(types[i])) {
                return new UnsupportedOperationException("the JVM lets no agent change it");
            }
        }
        try {
            instrumentation.retransformClasses(types);
            return null;
        } catch (Exception | LinkageError e) {
            return e;
        }
    }
}
