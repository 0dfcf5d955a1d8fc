package dev.instancepatch.agent.weave;

import java.util.Set;
import org.objectweb.asm.Type;

/**
 * What one class shall get in its next retransformation: prologues, calls of {@code Object.clone} that bring the side table
 * along, or both. Whoever carries it out holds the class's lock from asking until it is in force: another thread's prologue
 * counts only then.
 */
final class ClassPlan {
    private final Class<?> type;
    private final WovenMethods methods;
    private final Set<String> keys;
    private final CloneHook.Calls cloneCalls;
    private CloneHook.Calls cloneCallsBefore = CloneHook.Calls.NONE;

    /**
     * Makes a plan.
     *
     * @param keys the methods that shall have a prologue
     * @param cloneCalls the calls that shall bring the side table along; none leaves them as they are
     */
    ClassPlan(Class<?> type, Set<String> keys, CloneHook.Calls cloneCalls) {
        this.type = type;
        this.methods = WovenMethods.of(type);
        this.keys = keys;
        this.cloneCalls = cloneCalls;
    }

    Class<?> type() {
        return type;
    }

    String name() {
        return Type.getInternalName(type);
    }

    boolean tryLock() {
        return methods.lock().tryLock();
    }

    void lock() {
        methods.lock().lock();
    }

    void unlock() {
        methods.lock().unlock();
    }

    // Loops, not streams: the JVM's first patch would pay for linking each lambda.

    /** True if there is nothing left to do. */
    boolean isInForce() {
        for (String key : keys) {
            if (!methods.isWoven(key)) {
                return false;
            }
        }
        return !hooksClone() || methods.cloneCalls().equals(cloneCalls);
    }

    private boolean hooksClone() {
        return !cloneCalls.equals(CloneHook.Calls.NONE);
    }

    /** Asks the transformer for it. */
    void request() {
        if (methods.isEmpty()) {
            methods.parameterNames(ParameterNames.of(type));
        }
        for (String key : keys) {
            methods.request(key);
        }
        cloneCallsBefore = methods.cloneCalls();
        if (hooksClone()) {
            methods.cloneCalls(cloneCalls);
        }
    }

    /** The JVM took the class: what the transformer visited is in force, and what it left out never will be. */
    void settle() {
        for (String key : keys) {
            if (methods.isVisited(key)) {
                methods.woven(key);
            } else if (!methods.isWoven(key)) {
                methods.giveUp(key);
            }
        }
    }

    /** The JVM did not take the class: it is as it was. */
    void withdraw() {
        for (String key : keys) {
            if (!methods.isWoven(key)) {
                methods.giveUp(key);
            }
        }
        methods.cloneCalls(cloneCallsBefore);
    }
}
