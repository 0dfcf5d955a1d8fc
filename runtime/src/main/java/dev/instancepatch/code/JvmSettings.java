package dev.instancepatch.code;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a JVM without the agent was told: the system property {@code instancepatch.KEY}, then the environment, as the agent reads them. */
public final class JvmSettings {
    private JvmSettings() {}

    /** Returns a setting in lower case, or null if nobody said anything. */
    public static @Nullable String get(String key) {
        String value = text(key);
        return value == null ? null : value.toLowerCase(Locale.ROOT);
    }

    /** Returns a setting as it was written, or null if nobody said anything. */
    public static @Nullable String text(String key) {
        String value = System.getProperty("instancepatch." + key);
        String environment = System.getenv("INSTANCE_PATCH_OPTIONS");
        if (value == null && environment != null) {
            for (String pair : environment.split(",")) {
                if (pair.trim().startsWith(key + "=")) {
                    value = pair.trim().substring(key.length() + 1);
                    break;
                }
            }
        }
        return value == null ? null : value.trim();
    }
}
