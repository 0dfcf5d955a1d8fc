package dev.instancepatch.trust;

import dev.instancepatch.Code;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Says verdicts, once there is one: a JVM that reads no patches loads neither this class nor a logger. */
final class Speaking {
    private static final String LOGGER = "dev.instancepatch.audit";

    private static final Repeats REPEATS = new Repeats(System::nanoTime);

    /**
     * True while this thread says something: a logger may read objects, and those may be patched. An array, because a stack that
     * ends here must not end in what resets it.
     */
    private static final ThreadLocal<boolean[]> BUSY = ThreadLocal.withInitial(() -> new boolean[1]);

    private Speaking() {}

    static void say(Verdict verdict, @Nullable Code refusal, @Nullable BiConsumer<Verdict, @Nullable Code> listener) {
        boolean[] busy = BUSY.get();
        if (busy[0]) {
            return;
        }
        busy[0] = true;
        try {
            tell(verdict, refusal, listener);
            log(verdict, refusal);
        } finally {
            busy[0] = false;
        }
    }

    private static void tell(
            Verdict verdict, @Nullable Code refusal, @Nullable BiConsumer<Verdict, @Nullable Code> listener) {
        if (listener == null) {
            return;
        }
        try {
            listener.accept(verdict, refusal);
        } catch (Throwable decidesNothing) {
            // whoever listens must not be able to change what is read
        }
    }

    private static void log(Verdict verdict, @Nullable Code refusal) {
        long times = REPEATS.count(verdict, refusal);
        if (times == 0) {
            return;
        }
        try {
            System.Logger.Level level = level(verdict, refusal);
            System.Logger logger = System.getLogger(LOGGER);
            if (logger.isLoggable(level)) {
                logger.log(level, AuditLine.of(verdict, refusal, times));
            }
        } catch (Throwable decidesNothing) {
            // an application's logging may fail in any way there is, and reading goes on
        }
    }

    /** What the JVM has itself, and would have run anyway, is not worth a line by default. */
    private static System.Logger.Level level(Verdict verdict, @Nullable Code refusal) {
        if (refusal != null) {
            return System.Logger.Level.WARNING;
        }
        return verdict.basis() == Verdict.Basis.OWN_CODE ? System.Logger.Level.DEBUG : System.Logger.Level.INFO;
    }
}
