package dev.instancepatch.table;

import dev.instancepatch.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One patch: which method, by what, and what is known of it. Immutable.
 *
 * @param id the method
 * @param type the interface the function is called through
 * @param function the replacement itself, or a {@link LazyFunction} that makes it on the first call
 * @param origin where the function came from
 * @param reason what the patcher said, if anything
 * @param keyId the key that vouched for received code, if one did
 * @param since when this JVM put it in force
 * @param local true if streams omit it
 */
public record PatchRecord(
        MethodId id,
        FunctionInterface type,
        Object function,
        Origin origin,
        @Nullable String reason,
        @Nullable String keyId,
        Instant since,
        boolean local) {

    PatchRecord withFunction(Object linked) {
        return new PatchRecord(id, type, linked, origin, reason, keyId, since, local);
    }
}
