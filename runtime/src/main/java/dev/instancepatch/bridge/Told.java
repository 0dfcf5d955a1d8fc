package dev.instancepatch.bridge;

import org.jspecify.annotations.Nullable;

/** What a JVM without the agent was told: the system property, then the environment, as the agent would read them. */
public final class Told {
    private Told() {}

    /** Returns the value of an option such as {@code refused}, or null if nobody said anything. */
    public static @Nullable String value(String key) {
        String value = System.getProperty("instancepatch." + key);
        String environment = System.getenv("INSTANCE_PATCH_OPTIONS");
        if (value != null || environment == null) {
            return value == null ? null : value.trim();
        }
        for (String pair : environment.split(",")) {
            if (pair.trim().startsWith(key + "=")) {
                return pair.trim().substring(key.length() + 1).trim();
            }
        }
        return null;
    }
}
