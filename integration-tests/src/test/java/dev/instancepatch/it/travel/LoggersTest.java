package dev.instancepatch.it.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The logger of the class that wrote a function becomes the receiver's logger of that name. */
class LoggersTest {
    private static Journey journey;
    private static FinishedJvm sent;

    @BeforeAll
    static void send() {
        journey = Journey.begin();
        sent = journey.send("senders.Loggers");
        ForkedJvm.withAgent()
                .classPath(Fixtures.compile("slf4j", Journey.farm(), Journey.harness(), slf4j()))
                .classPath(Journey.farm(), Journey.harness(), slf4j())
                .run("slf4j.Sending", journey.folder())
                .expectSuccess();
    }

    private static Path slf4j() {
        try {
            return Path.of(LoggerFactory.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_logger_is_what_its_name_says() {
        assertNames(Journey.receiver("trust=all").classPath(slf4j()));
    }

    @Test
    void a_jvm_that_has_the_class_itself_finds_its_own_code() {
        FinishedJvm own = Journey.receiver("trust=local")
                .classPath(Journey.senders())
                .run("receivers.Loggers", journey.folder())
                .expectSuccess();
        assertEquals("yes", own.fact("has senders.Loggers"));
        assertEquals("senders.Loggers", own.fact("by-class"));
    }

    private static void assertNames(ForkedJvm jvm) {
        FinishedJvm received = jvm.run("receivers.Loggers", journey.folder()).expectSuccess();
        assertEquals("no", received.fact("has senders.Loggers"));
        assertEquals("senders.Loggers", received.fact("by-class"));
        assertEquals("the.name, the.namesenders.Loggers", received.fact("by-name"));
        assertEquals("system.name", received.fact("system"));
        assertEquals("senders.Loggerstrue", received.fact("nested"));
        assertTrue(received.fact("slf4j").endsWith("Logger"), received::toString);
    }

    @Test
    void a_logger_whose_name_is_computed_or_that_may_change_is_a_static_field_like_any_other() {
        for (String name : new String[] {"computed", "not-final"}) {
            assertTrue(
                    sent.fact(name).contains("[not-capturable]")
                            && sent.fact(name).contains("static field senders.Loggers."),
                    sent.fact(name));
        }
    }
}
