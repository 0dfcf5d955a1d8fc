package dev.instancepatch.agent;

import dev.instancepatch.Origin;
import dev.instancepatch.Replacement0;
import dev.instancepatch.agent.weave.Weaver;
import dev.instancepatch.table.FunctionInterface;
import dev.instancepatch.table.MethodId;
import dev.instancepatch.table.PatchRecord;
import dev.instancepatch.table.Patches;
import java.lang.reflect.Method;
import java.time.Instant;

/** Patches a probe before the first real object: an agent that cannot do its work on this JVM says so, once, and stops. */
final class SelfCheck {
    private SelfCheck() {}

    /**
     * Runs the whole way once: weave, patch, call, restore.
     *
     * @throws IllegalStateException if any step does not do what it should
     */
    static void run(Weaver weaver) {
        try {
            Method answer = Probe.class.getDeclaredMethod("answer");
            Probe patched = new Probe();
            Probe untouched = new Probe();
            weaver.weaveOwn(answer);
            Patches.put(patched, record(answer));
            require(patched.answer() == 42, "a patched probe answers as before");
            require(untouched.answer() == 1, "another probe is changed too");
            Patches.removeAll(patched);
            require(patched.answer() == 1, "a restored probe answers as if it were patched");
        } catch (NoSuchMethodException | RuntimeException | LinkageError e) {
            throw new IllegalStateException("the self-check failed: " + e, e);
        }
    }

    private static PatchRecord record(Method method) {
        Replacement0<Probe, Integer> function = self -> 42;
        return new PatchRecord(
                MethodId.of(method),
                FunctionInterface.REPLACEMENT_0,
                function,
                Origin.LOCAL,
                null,
                null,
                Instant.now(),
                true);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** Patched once in every JVM. */
    static final class Probe {
        int answer() {
            return 1;
        }
    }
}
