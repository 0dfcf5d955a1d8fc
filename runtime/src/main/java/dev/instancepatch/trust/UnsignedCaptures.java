package dev.instancepatch.trust;

import dev.instancepatch.code.JvmSettings;
import org.jspecify.annotations.Nullable;

/** Whether what a signed function captured may go, and be taken, without a signature: {@code captures=refuse|allow}. */
public final class UnsignedCaptures {
    private static final String KEY = "captures";

    private static volatile @Nullable Boolean allowed;

    private UnsignedCaptures() {}

    /** Decides for everything written and read from now on. */
    public static void allow(boolean chosen) {
        allowed = chosen;
    }

    /** Returns what the agent's options say, else what the JVM itself was told; refused where nobody said anything. */
    public static boolean areAllowed() {
        Boolean known = allowed;
        if (known == null) {
            known = "allow".equals(JvmSettings.get(KEY));
            allowed = known;
        }
        return known;
    }
}
