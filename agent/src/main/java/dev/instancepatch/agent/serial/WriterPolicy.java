package dev.instancepatch.agent.serial;

/** What this JVM was told about patches that do not travel by themselves. */
public final class WriterPolicy {
    private static volatile boolean drops;
    private static volatile boolean enums;

    private WriterPolicy() {}

    /** {@code uncarried=drop}: what cannot travel is left out and logged, instead of refused. */
    public static void dropUncarried(boolean drop) {
        drops = drop;
    }

    /** {@code enums=carry}: patches of enum constants travel. */
    public static void carryEnums(boolean carry) {
        enums = carry;
    }

    static boolean drops() {
        return drops;
    }

    static boolean carriesEnums() {
        return enums;
    }
}
