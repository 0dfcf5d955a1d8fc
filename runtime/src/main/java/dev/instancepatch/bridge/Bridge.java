package dev.instancepatch.bridge;

import org.jspecify.annotations.Nullable;

/** Holds the agent of this JVM, if there is one. */
public final class Bridge {
    private static volatile @Nullable Agent agent;

    private static volatile boolean disabled;

    private Bridge() {}

    /** Called once by an agent that was told to leave this JVM as it is. */
    public static void disable() {
        disabled = true;
    }

    static boolean isDisabled() {
        return disabled;
    }

    /** Called once by the agent. */
    public static void connect(Agent connected) {
        agent = connected;
    }

    /** Returns what the agent can do with streams, or null if this JVM runs without one. */
    public static @Nullable StreamInternals streams() {
        Agent connected = agent;
        return connected == null ? null : connected.streams();
    }

    /** Returns the agent, or null if this JVM runs without one. */
    public static @Nullable Agent agent() {
        return agent;
    }
}
