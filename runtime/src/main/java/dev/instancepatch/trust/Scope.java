package dev.instancepatch.trust;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a key is good for.
 *
 * @param id how it is called, if it has a name
 * @param targets which classes' objects it may patch; empty means all
 * @param expires from when on it is good for nothing; null means never
 * @param serializationMethods whether its classes may have methods that Java serialization calls
 */
record Scope(
        @Nullable String id, List<String> targets, @Nullable Instant expires, boolean serializationMethods) {}
