package dev.instancepatch.it.portable;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.travel.Journey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What was made in registered packages travels by value through ordinary streams, and nobody has to wrap it. */
class ByValuePackagesTest {
    private static final Map<String, String> EXPECTED = Map.of(
            "of-the-package", "42",
            "reference", "A!",
            "captured-object", "Job[name=c, cost=6]",
            "class-of-its-own", "anonymous A!",
            "objects", "[Job[name=a, cost=1], Job[name=b, cost=4]]",
            "of-a-package-below", "42",
            "in-a-collection", "5",
            "in-an-object", "4 true");

    private static Path jobs;
    private static Journey before;
    private static Journey registered;
    private static Journey after;
    private static FinishedJvm registering;

    @BeforeAll
    static void send() {
        jobs = Fixtures.compile("jobs", Luggage.shared(), Journey.harness());
        before = Journey.begin();
        registered = Journey.begin();
        after = Journey.begin();
        registering = Luggage.sender(jobs)
                .run("submitting.Register", before.folder(), registered.folder(), after.folder())
                .expectSuccess();
    }

    private static FinishedJvm receive(Journey journey) {
        return Luggage.receiver(ForkedJvm.withAgent("trust=all"))
                .run("portablereceivers.Jobs", journey.folder())
                .expectSuccess();
    }

    @TestFactory
    Stream<DynamicTest> what_the_package_and_packages_below_it_wrote_arrives_where_nobody_has_them() {
        FinishedJvm received = receive(registered);
        assertEquals("no", received.fact("has com.acme.jobs.Jobs"));
        return Luggage.expect(EXPECTED, received, registering);
    }

    @TestFactory
    Stream<DynamicTest> the_agent_s_option_registers_as_the_call_does() {
        Journey journey = Journey.begin();
        FinishedJvm sent = ForkedJvm.withAgent("by-value=org.example:com.acme.jobs")
                .classPath(jobs, Luggage.shared(), Journey.harness())
                .run("submitting.Submit", journey.folder())
                .expectSuccess();
        return Luggage.expect(EXPECTED, receive(journey), sent);
    }

    @TestFactory
    Stream<DynamicTest> what_is_not_registered_is_written_as_a_jvm_without_the_agent_writes_it() throws IOException {
        Journey plain = Journey.begin();
        ForkedJvm.plain()
                .classPath(jobs, Luggage.shared(), Journey.harness())
                .run("submitting.Submit", plain.folder())
                .expectSuccess();
        return Stream.concat(
                names(plain)
                        .flatMap(name -> Stream.of(
                                same("before registration: " + name, plain, before, name),
                                same("after byReference: " + name, plain, after, name))),
                Stream.of(same("a package whose name begins alike", plain, registered, "of-a-sibling")));
    }

    private static Stream<String> names(Journey journey) throws IOException {
        try (Stream<Path> files = Files.list(journey.folder())) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertTrue(names.contains("of-a-sibling"), names::toString);
            return names.stream();
        }
    }

    private static DynamicTest same(String what, Journey expected, Journey actual, String name) {
        return DynamicTest.dynamicTest(
                what,
                () -> assertArrayEquals(
                        Files.readAllBytes(expected.folder().resolve(name)),
                        Files.readAllBytes(actual.folder().resolve(name))));
    }

    @Test
    void the_registered_packages_are_listed_each_once() {
        assertEquals("[]", registering.fact("at-first"));
        assertEquals("[com.acme.jobs]", registering.fact("registered"));
        assertEquals("[com.acme.jobs]", registering.fact("registered-twice"));
        assertEquals("[com.acme.jobs, org.example]", registering.fact("two"));
        assertEquals("[org.example]", registering.fact("one-left"));
        assertEquals("[org.example]", registering.fact("still-one-left"));
        assertEquals("[]", registering.fact("none-left"));
    }

    @Test
    void the_list_is_the_caller_s() {
        assertEquals("[com.acme][]", registering.fact("list-of-the-caller"));
    }

    @Test
    void null_is_no_package() {
        assertEquals("NULL_ARGUMENT", registering.fact("null-by-value"));
        assertEquals("NULL_ARGUMENT", registering.fact("null-by-reference"));
    }
}
