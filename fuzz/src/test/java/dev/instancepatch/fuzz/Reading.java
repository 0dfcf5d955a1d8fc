package dev.instancepatch.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;

/** Reads what an attacker may have written, and says whether what came of it is in order. */
final class Reading {
    private Reading() {}

    /** Something that reads. */
    interface Attempt {
        void read() throws IOException, ClassNotFoundException;
    }

    /**
     * Reads, and fails unless reading ended in one of these ways: all is well; an {@link IOException}, refusals among them, or a
     * {@link ClassNotFoundException}, as documented; anything that Java serialization itself, or a {@code readObject} that it called,
     * has thrown.
     *
     * @param plain true if running out of memory or of stack is Java serialization's business, and not ours
     */
    static void inOrder(boolean plain, Attempt attempt) {
        try {
            attempt.read();
        } catch (IOException | ClassNotFoundException documented) {
            // as any reader must expect
        } catch (VirtualMachineError exhausted) {
            if (!plain) {
                throw exhausted;
            }
        } catch (RuntimeException | Error thrown) {
            if (isOurs(thrown)) {
                throw thrown;
            }
        }
        assertEquals(List.of(), DefinedClasses.sinceLastTime());
    }

    /** Returns true if the nearest frame that is ours is nearer than the nearest of Java serialization. */
    private static boolean isOurs(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            String name = frame.getClassName();
            if (name.startsWith("java.io.Object")) {
                return false;
            }
            if (name.startsWith("dev.instancepatch.")) {
                return true;
            }
        }
        return true; // without a trace nobody can tell
    }
}
