package dev.instancepatch.agent;

import dev.instancepatch.PatchException;
import dev.instancepatch.trust.Signing;
import dev.instancepatch.trust.SigningKey;
import dev.instancepatch.trust.TrustGate;
import dev.instancepatch.trust.TrustPolicy;
import dev.instancepatch.trust.UnsignedCaptures;
import org.jspecify.annotations.Nullable;

/** Whom the options trust, and what they sign with. Reads files, and makes no keys of them: that would load security providers. */
final class Keys {
    private Keys() {}

    static void install(Options options) {
        TrustGate.install(trusted(options.get(AgentOption.TRUST)));
        UnsignedCaptures.allow(options.is(AgentOption.CAPTURES, "allow"));
        try {
            SigningKey key = Signing.install(
                    options.get(AgentOption.SIGN), options.get(AgentOption.EXPIRES), options.get(AgentOption.AUDIENCE));
            if (key != null && key.isExposed()) {
                warn("sign=" + options.get(AgentOption.SIGN)
                        + " can be read by others than its owner, who may sign as this JVM does");
            }
        } catch (PatchException e) {
            warn("sign=" + options.get(AgentOption.SIGN) + " cannot sign; what should be signed is refused. "
                    + firstLine(e));
        }
    }

    /** A value that is not understood trusts nobody. */
    private static TrustPolicy trusted(@Nullable String option) {
        if (option == null) {
            return TrustGate.LOCAL;
        }
        try {
            return TrustGate.named(option);
        } catch (PatchException e) {
            warn("trust=" + option
                    + " is none of local, all, a file or folder of public keys; the default, local, is in force. "
                    + firstLine(e));
            return TrustGate.LOCAL;
        }
    }

    private static String firstLine(PatchException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static void warn(String warning) {
        System.err.println("[instance-patch] " + warning);
    }
}
