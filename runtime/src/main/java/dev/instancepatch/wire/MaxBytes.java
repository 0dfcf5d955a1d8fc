package dev.instancepatch.wire;

import dev.instancepatch.code.JvmSettings;

/** How long the object stream inside a parcel may be; decided before anything is allocated for it. */
public final class MaxBytes {
    /** Where nobody said otherwise: 64 MiB. */
    public static final int DEFAULT = 64 << 20;

    private static final String KEY = "max-bytes";

    /** Set by the agent from its options; 0 until somebody asked. */
    private static volatile int inForce;

    private MaxBytes() {}

    /** Puts a limit in force for everything packed and unpacked from now on. */
    public static void install(int bytes) {
        inForce = bytes;
    }

    /** Returns the limit in force. */
    public static int inForce() {
        int chosen = inForce;
        if (chosen == 0) {
            String told = JvmSettings.get(KEY);
            int number = told == null ? 0 : parse(told);
            chosen = number == 0 ? DEFAULT : number;
            inForce = chosen;
        }
        return chosen;
    }

    /** Returns the limit that a text names, from 1 to 2147483647; 0 for anything else. */
    public static int parse(String text) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
