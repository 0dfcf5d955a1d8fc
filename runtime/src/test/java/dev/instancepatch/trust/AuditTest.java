package dev.instancepatch.trust;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the audit says through this JVM's logging, and what that logging cannot do. */
class AuditTest {
    private static final Logger LOGGER = Logger.getLogger("dev.instancepatch.audit");

    private final List<String> said = new ArrayList<>();
    private Consumer<LogRecord> reaction = record -> {};

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            said.add(record.getLevel() + " " + record.getMessage());
            reaction.accept(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void attach() {
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(handler);
    }

    @AfterEach
    void detach() {
        LOGGER.removeHandler(handler);
        LOGGER.setUseParentHandlers(true);
        LOGGER.setLevel(null);
        Audit.listen((verdict, code) -> {});
    }

    @Test
    void what_was_accepted_is_information_and_what_was_refused_a_warning() {
        Audit.accepted(Verdicts.accepted("levels"));
        Audit.refused(Verdicts.refused("levels"), Code.CODE_NOT_TRUSTED);
        assertEquals(
                List.of(
                        "INFO verdict=accepted basis=key kind=patch target=levels code=sha256:3f9a0b12 policy=local"
                                + " origin=java.io.ObjectInputStream times=1",
                        "WARNING verdict=refused reason=code-not-trusted kind=patch target=levels code=sha256:3f9a0b12"
                                + " policy=local origin=java.io.ObjectInputStream times=1"),
                said);
    }

    @Test
    void a_logger_that_fails_changes_nothing() {
        for (Throwable failure : List.of(new IllegalStateException("disk full"), new StackOverflowError())) {
            reaction = record -> AuditTest.<RuntimeException>fail(failure);
            assertDoesNotThrow(() -> Audit.refused(Verdicts.refused(failure.toString()), Code.CODE_NOT_TRUSTED));
        }
        assertEquals(2, said.size());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void fail(Throwable failure) throws T {
        throw (T) failure;
    }

    @Test
    void a_logger_that_reads_patched_objects_itself_does_not_go_round_in_circles() {
        reaction = record -> Audit.accepted(Verdicts.accepted("read by the logger" + said.size()));
        Audit.accepted(Verdicts.accepted("read by the application"));
        Audit.accepted(Verdicts.accepted("read by the application, later"));
        assertEquals(2, said.size(), said::toString);
    }

    @Test
    void a_listener_hears_each_of_many_that_are_the_same() {
        List<String> heard = new ArrayList<>();
        Audit.listen((verdict, code) -> heard.add(verdict.target() + " " + code));
        for (int i = 0; i < 100; i++) {
            Audit.refused(Verdicts.refused("many"), Code.TARGET_NOT_ALLOWED);
        }
        assertEquals(100, heard.size());
        assertEquals("many TARGET_NOT_ALLOWED", heard.get(99));
        assertEquals(7, said.size(), said::toString);
    }

    @Test
    void a_listener_that_fails_changes_nothing() {
        Audit.listen((verdict, code) -> AuditTest.<RuntimeException>fail(new IllegalStateException("no room")));
        assertDoesNotThrow(() -> Audit.accepted(Verdicts.accepted("a listener that fails")));
        assertEquals(1, said.size());
    }

    @Test
    void a_logger_that_is_switched_off_is_left_alone() {
        LOGGER.setLevel(Level.WARNING);
        Audit.accepted(Verdicts.accepted("switched off"));
        assertEquals(List.of(), said);
    }
}
