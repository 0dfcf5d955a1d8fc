package dev.instancepatch;

import dev.instancepatch.restore.TrustGate;
import dev.instancepatch.restore.TrustPolicy;

/**
 * Which code from streams this JVM may run; the same as the agent option {@code trust=}.
 *
 * <p>Received code is remote code execution by design. The default trusts nothing but this JVM's own classes.
 */
public final class Trust {
    private final TrustPolicy policy;

    private Trust(TrustPolicy policy) {
        this.policy = policy;
    }

    /** Returns the default: only code that this JVM has itself, in the same version. */
    public static Trust local() {
        return new Trust(TrustGate.LOCAL);
    }

    /** Returns trust in whatever a stream carries: on a closed network only. */
    public static Trust all() {
        return new Trust(TrustGate.ALL);
    }

    /** Puts this policy in force for everything this JVM reads from now on. Safe from any thread. */
    public void install() {
        TrustGate.install(policy);
    }
}
