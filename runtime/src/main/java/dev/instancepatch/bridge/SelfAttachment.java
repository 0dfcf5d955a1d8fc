package dev.instancepatch.bridge;

import dev.instancepatch.refusal.Refusals;
import java.lang.reflect.InvocationTargetException;

/** Finds the agent of this JVM, or starts it where its jar is on the class path; patching needs it, reading never starts it. */
public final class SelfAttachment {
    private static final String ATTACH = "dev.instancepatch.agent.SelfAttach";

    private SelfAttachment() {}

    /**
     * Returns the agent.
     *
     * @throws dev.instancepatch.PatchException with {@link dev.instancepatch.Code#NO_AGENT} and what to add to the command line
     */
    public static Agent agent() {
        Agent agent = Bridge.agent();
        return agent != null ? agent : attached();
    }

    private static synchronized Agent attached() {
        if (Bridge.isDisabled()) {
            throw Refusals.noAgent("it is switched off (enabled=false)", null);
        }
        if (Bridge.agent() == null) {
            refuseSecondRuntime();
            attach();
            refuseSecondRuntime();
        }
        Agent agent = Bridge.agent();
        if (agent == null) {
            throw Refusals.noAgent("it was started, and did not come", null);
        }
        return agent;
    }

    private static void attach() {
        try {
            Class.forName(ATTACH, true, Bridge.class.getClassLoader())
                    .getMethod("attach")
                    .invoke(null);
        } catch (ClassNotFoundException e) {
            throw Refusals.noAgent("only instance-patch-runtime is on the class path", null);
        } catch (InvocationTargetException e) {
            throw Refusals.noAgent("this JVM does not let it attach now: " + e.getCause() + hint(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw Refusals.noAgent("this JVM does not let it attach now: " + e, e);
        }
    }

    /** On the module path alone, an agent's jar brings no modules of the JDK along. */
    private static String hint() {
        return ModuleLayer.boot().findModule("jdk.attach").isPresent()
                ? ""
                : "; this JVM runs without a module it needs for that: add --add-modules jdk.attach,java.instrument";
    }

    /** The agent lives in the system class loader, and serves the runtime that is there. */
    private static void refuseSecondRuntime() {
        ClassLoader own = Bridge.class.getClassLoader();
        if (own != ClassLoader.getSystemClassLoader() && isConnected(ClassLoader.getSystemClassLoader())) {
            throw Refusals.secondRuntime(String.valueOf(own));
        }
    }

    private static boolean isConnected(ClassLoader loader) {
        try {
            Class<?> other = Class.forName(Bridge.class.getName(), true, loader);
            Object agent =
                    other == Bridge.class ? null : other.getMethod("agent").invoke(null);
            return agent != null;
        } catch (ReflectiveOperationException | LinkageError none) {
            return false;
        }
    }
}
