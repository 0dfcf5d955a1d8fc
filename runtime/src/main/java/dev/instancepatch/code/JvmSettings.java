package dev.instancepatch.code;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this JVM was told: by the agent, which has asked all sources when it started; without it, the system property
 * {@code instancepatch.KEY}, then the environment.
 */
public final class JvmSettings {
    private static volatile @Nullable Map<String, String> settled;

    private JvmSettings() {}

    /**
     * Called once, by the agent: what it says holds from then on, and no property that somebody sets later. Whoever needs a setting asks
     * when it is needed; to decide everything before main would load half the runtime there.
     */
    public static void settle(Map<String, String> settings) {
        settled = settings;
    }

    /** Returns a setting in lower case, or null if nobody said anything. */
    public static @Nullable String get(String key) {
        String value = text(key);
        return value == null ? null : value.toLowerCase(Locale.ROOT);
    }

    /** Returns a setting as it was written, or null if nobody said anything. */
    public static @Nullable String text(String key) {
        Map<String, String> known = settled;
        String value = known == null ? ask(key) : known.get(key);
        return value == null ? null : value.trim();
    }

    private static @Nullable String ask(String key) {
        String value = System.getProperty("instancepatch." + key);
        String environment = System.getenv("INSTANCE_PATCH_OPTIONS");
        if (value == null && environment != null) {
            for (String pair : environment.split(",")) {
                if (pair.trim().startsWith(key + "=")) {
                    return pair.trim().substring(key.length() + 1);
                }
            }
        }
        return value;
    }
}
