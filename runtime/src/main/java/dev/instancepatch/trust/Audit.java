package dev.instancepatch.trust;

import dev.instancepatch.Code;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Says what the gate accepted and what it refused, for whoever has to know later: on the logger {@code dev.instancepatch.audit},
 * INFO for what was accepted (DEBUG if it is this JVM's own code), WARNING for what was refused, one line each; see {@link AuditLine} and, for what repeats itself,
 * {@link Repeats}.
 *
 * <p>Logging decides nothing: a logger that fails changes no verdict, and what a logger reads itself, while it logs, has no line.
 */
public final class Audit {
    private static volatile @Nullable BiConsumer<Verdict, @Nullable Code> listener;

    private Audit() {}

    /**
     * Lets somebody hear all verdicts, those that have no line included.
     *
     * @param hearing takes the verdict, and the refusal's code, null if the code was accepted
     */
    public static void listen(BiConsumer<Verdict, @Nullable Code> hearing) {
        listener = hearing;
    }

    /** Says that code may run here. */
    public static void accepted(Verdict verdict) {
        Speaking.say(verdict, null, listener);
    }

    /** Says that code was refused; nothing of it was defined or run. */
    public static void refused(Verdict verdict, Code code) {
        Speaking.say(verdict, code, listener);
    }
}
