package dev.instancepatch.agent;

import dev.instancepatch.agent.backstage.Backstage;
import dev.instancepatch.agent.backstage.TransformLog;
import dev.instancepatch.agent.serial.StreamTransformer;
import dev.instancepatch.agent.weave.ClassFilter;
import dev.instancepatch.agent.weave.Weaver;
import dev.instancepatch.refusal.Refusals;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Weaves methods once the self-check has passed. Makes the weaver when the first object is patched, and names it in a class of its own:
 * most JVMs never load either.
 */
final class CheckedWeaver {
    private final ClassFilter filter;
    private final TransformLog log;
    private final StreamTransformer streams;
    private final boolean eager;
    private final boolean debug;
    private volatile @Nullable Checked checked;

    CheckedWeaver(ClassFilter filter, TransformLog log, StreamTransformer streams, boolean eager, boolean debug) {
        this.filter = filter;
        this.log = log;
        this.streams = streams;
        this.eager = eager;
        this.debug = debug;
    }

    void weave(Method method, Object object) {
        working().weave(method, object);
    }

    void weave(Map<Class<?>, List<Method>> methods) {
        working().weave(methods);
    }

    private Weaver working() {
        Checked known = checked;
        return (known == null ? check() : known).working();
    }

    /** Once, before the first object is patched. */
    private synchronized Checked check() {
        Checked known = checked;
        if (known == null) {
            known = Checked.of(new Weaver(Backstage.instrumentation(), filter, log, eager), streams, debug);
            checked = known;
        }
        return known;
    }

    /**
     * What came of the self-check.
     *
     * @param failure why this JVM cannot be woven, or null
     */
    private record Checked(Weaver weaver, @Nullable RuntimeException failure) {
        static Checked of(Weaver weaver, StreamTransformer streams, boolean debug) {
            try {
                Backstage.open();
                streams.hook(Backstage.instrumentation());
                SelfCheck.run(weaver);
                if (debug) {
                    System.err.println("[instance-patch] self-check passed on Java " + Runtime.version());
                }
                return new Checked(weaver, null);
            } catch (IllegalStateException e) {
                System.err.println("[instance-patch] switched off: "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
                return new Checked(weaver, e);
            }
        }

        Weaver working() {
            if (failure != null) {
                throw Refusals.agentSwitchedOff(failure);
            }
            return weaver;
        }
    }
}
