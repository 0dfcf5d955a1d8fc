package dev.instancepatch;

import dev.instancepatch.refusal.Refusals;
import dev.instancepatch.restore.ReceivedCallers;
import dev.instancepatch.trust.TrustGate;
import dev.instancepatch.trust.TrustPolicy;
import java.nio.file.Path;

/**
 * Which code from streams this JVM may run; the same as the agent option {@code trust=}.
 *
 * <p>Received code is remote code execution by design. The default trusts nothing but this JVM's own classes. Immutable.
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

    /**
     * Returns trust in code that the holders of some keys have signed, besides what {@link #local} trusts. The files are read
     * now; who adds a key or takes one away installs the policy again.
     *
     * @param publicKeys a PEM file with Ed25519 public keys (RFC 8410), or a folder of such files, {@code *.pub} and {@code *.pem};
     *     lines before a key may narrow what it is trusted with, see the README
     * @throws PatchException with {@link Code#BAD_KEY}, the file and what is wrong with it
     */
    public static Trust keys(Path publicKeys) {
        if (publicKeys == null) {
            throw Refusals.nullArgument("The file or folder of public keys");
        }
        return new Trust(TrustGate.keys(publicKeys));
    }

    /**
     * Puts this policy in force for everything this JVM reads from now on. Safe from any thread.
     *
     * @throws PatchException with {@link Code#TRUST_LOCKED} if received code calls it: whoever let that in has decided
     */
    public void install() {
        ReceivedCallers.refuse();
        TrustGate.install(policy);
    }
}
