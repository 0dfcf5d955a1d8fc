package dev.instancepatch.agent.backstage;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which classes could not be transformed, and says so once each, on standard error: an application's logging may be
 * what is being loaded.
 */
public final class TransformLog {
    private final Map<String, Throwable> failures = new ConcurrentHashMap<>();
    private final Map<String, String> skipped = new ConcurrentHashMap<>();

    /** Notes a failure; the class runs unchanged. */
    public void failed(String name, Throwable cause) {
        if (failures.putIfAbsent(name, cause) == null) {
            System.err.println("[instance-patch] " + name.replace('/', '.') + " was left unwoven: " + cause);
        }
    }

    /** Returns why a class could not be transformed, or null. */
    public @Nullable Throwable failure(String name) {
        return failures.get(name);
    }

    /** Notes a method that was left as it is in a class that was woven. */
    public void skipped(String name, String method, String why) {
        skipped.putIfAbsent(name + '.' + method, why);
    }

    /** Returns why a method was left as it is, or null. */
    public @Nullable String whySkipped(String name, String method) {
        return skipped.get(name + '.' + method);
    }
}
