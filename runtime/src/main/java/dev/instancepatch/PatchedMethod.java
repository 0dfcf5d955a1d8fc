package dev.instancepatch;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Optional;

/** One patch in force on one object, for whoever finds it. Immutable. */
public interface PatchedMethod {
    /** Returns the method, as its class declares it. */
    Method method();

    /**
     * Returns the replacement: a {@code ReplacementN}, {@code VoidReplacementN}, {@code AroundN} or {@link Interceptor}.
     *
     * @throws PatchException with {@link Code#CANNOT_LINK} if it was received and cannot be linked in this JVM
     */
    Object function();

    /** Returns what {@link PatchTarget#because} said, on this JVM or on the sender's. */
    Optional<String> reason();

    /** Returns where the function came from. */
    Origin origin();

    /** Returns the id of the key that vouched for received code, if one did. */
    Optional<String> keyId();

    /** Returns when this JVM put the patch in force, to the millisecond. */
    Instant since();

    /** Returns true if streams omit this patch ({@link PatchTarget#local}). */
    boolean local();

    /**
     * Returns the identity of the function's code, {@code sha256:} and 64 hexadecimal digits; debug information and captured values do not count.
     * Code that cannot travel has no identity: {@code none}.
     */
    String codeHash();
}
