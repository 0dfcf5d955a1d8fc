package dev.instancepatch.code;

import org.jspecify.annotations.Nullable;

/**
 * A function taken apart: its code, and the values it captured.
 *
 * @param bundle the code
 * @param captured the values, in the order the entry takes them; not to be changed
 */
public record CapturedFunction(Bundle bundle, @Nullable Object[] captured) {}
