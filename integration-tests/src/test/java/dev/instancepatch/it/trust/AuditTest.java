package dev.instancepatch.it.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jars;
import dev.instancepatch.it.travel.Journey;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A JVM's log tells what it accepted, on what ground, and what it refused. */
class AuditTest {
    private static final String CODE = "code=sha256:[0-9a-f]{64}";

    private static Journey article;
    private static Path parcels;

    @BeforeAll
    static void send() {
        article = Journey.begin();
        article.send("senders.Article");
        parcels = Journey.begin().folder();
        ForkedJvm.withAgent()
                .classPath(Fixtures.compile("parcel-packing", Journey.farm()), Journey.farm())
                .run("packing.Pack", parcels)
                .expectSuccess();
    }

    private static FinishedJvm read(ForkedJvm receiver) {
        return receiver.run("receivers.Language", article.folder()).expectSuccess();
    }

    private static FinishedJvm unpack(ForkedJvm receiver) {
        return receiver.classPath(Fixtures.compile("parcel-unpacking", Journey.farm()), Journey.farm())
                .run("unpacking.Unpack", parcels)
                .expectSuccess();
    }

    /** What java.util.logging printed, which nobody has configured: level and message are a line below the date. */
    private static List<String> lines(FinishedJvm jvm) {
        return jvm.err().lines().filter(line -> line.contains("verdict=")).toList();
    }

    private static void assertSaid(String pattern, FinishedJvm jvm) {
        assertTrue(lines(jvm).stream().anyMatch(line -> line.matches(pattern)), () -> pattern + " is not in " + jvm);
    }

    @Test
    void a_refused_patch_has_a_warning() {
        FinishedJvm jvm = read(Journey.receiver());
        assertEquals(1, lines(jvm).size(), jvm::toString);
        assertSaid(
                "WARNING: verdict=refused reason=code-not-trusted kind=patch target=farm\\.Turkey\\.hi " + CODE
                        + " policy=local origin=java\\.io\\.ObjectInputStream times=1",
                jvm);
        assertTrue(jvm.err().contains("dev.instancepatch"), jvm::toString);
    }

    @Test
    void an_accepted_patch_has_a_line_with_the_ground_for_it_and_own_code_one_for_debugging() {
        assertSaid(
                "INFO: verdict=accepted basis=everything-trusted kind=patch target=farm\\.Turkey\\.hi " + CODE
                        + " policy=all origin=java\\.io\\.ObjectInputStream times=1",
                read(Journey.receiver("trust=all")));
        FinishedJvm own = read(Journey.receiver().classPath(Journey.senders()));
        assertEquals(0, lines(own).size(), own::toString);
    }

    @Test
    void functions_and_parcels_have_theirs() {
        FinishedJvm jvm = unpack(ForkedJvm.withAgent("trust=all"));
        assertSaid(
                ".* kind=function target=dev\\.instancepatch\\.Task " + CODE
                        + " policy=all origin=dev\\.instancepatch\\.wire\\.ParcelInput times=1",
                jvm);
        assertSaid(
                ".* kind=patch target=farm\\.Turkey\\.hi .* origin=dev\\.instancepatch\\.wire\\.ParcelInput .*", jvm);
    }

    @Test
    void a_reader_with_the_runtime_alone_has_them_too() {
        FinishedJvm jvm = unpack(ForkedJvm.plain().classPath(Jars.runtime()));
        assertSaid(".*verdict=refused reason=code-not-trusted kind=function .* policy=local .*", jvm);
    }

    @Test
    void who_reads_no_patches_loads_no_logging() {
        ForkedJvm writer = ForkedJvm.plain().classPath(Fixtures.compile("plain"));
        Path graphs = Journey.begin().folder();
        writer.run("plain.Write", graphs).expectSuccess();
        FinishedJvm jvm = ForkedJvm.withAgent()
                .classPath(Fixtures.compile("plain"))
                .jvmArgument("-Xlog:class+load:stdout")
                .run("plain.Read", graphs)
                .expectSuccess();
        assertTrue(
                jvm.out().contains("dev.instancepatch.agent.serial.ReaderHooks source:"), "the agent saw the reading");
        assertFalse(jvm.out().contains("java.util.logging."), jvm::out);
        assertFalse(jvm.out().contains("dev.instancepatch.trust.Speaking "), jvm::out);
        assertFalse(jvm.out().contains(" jdk.jfr."), jvm::out);
    }
}
