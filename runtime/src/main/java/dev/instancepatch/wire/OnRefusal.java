package dev.instancepatch.wire;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.JvmSettings;
import dev.instancepatch.refusal.Losses;
import org.jspecify.annotations.Nullable;

/** What a reader does with a patch it refuses. */
public enum OnRefusal {
    /** Reading ends with the refusal. */
    FAIL,
    /** The object is delivered unpatched, and the refusal is logged: for stores that outlive a deployment. */
    STRIP;

    private static final String KEY = "refused";

    /** Set by the agent from its options; without an agent, what the JVM itself was told. */
    private static volatile @Nullable OnRefusal inForce;

    /** Puts a policy in force for everything read from now on. */
    public static void install(OnRefusal chosen) {
        inForce = chosen;
    }

    /** Goes on without the patches, and says so, or refuses. */
    public static void decide(RefusedPatchException refusal) throws RefusedPatchException {
        if (inForce() == FAIL) {
            throw refusal;
        }
        Losses.stripped(refusal);
    }

    private static OnRefusal inForce() {
        OnRefusal chosen = inForce;
        if (chosen == null) {
            chosen = "strip".equals(JvmSettings.get(KEY)) ? STRIP : FAIL;
            inForce = chosen;
        }
        return chosen;
    }
}
