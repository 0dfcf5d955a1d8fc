package dev.instancepatch.benchmarks.streams;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The lines that a receiver logs: what the logger behind them takes is not ours to measure. */
public final class AuditLog {
    private static final Logger LOGGER = Logger.getLogger("dev.instancepatch.audit"); // held: its level goes with it

    private AuditLog() {}

    /** Turns them off in this JVM. Verdicts are made and counted as ever. */
    public static void mute() {
        LOGGER.setLevel(Level.OFF);
    }
}
