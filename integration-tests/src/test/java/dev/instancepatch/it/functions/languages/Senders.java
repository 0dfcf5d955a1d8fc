package dev.instancepatch.it.functions.languages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.travel.Journey;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Programs in another language that patch turkeys, and JVMs that lack their classes but have the language's library. */
record Senders(Language language, Path classes) {
    static Senders compile(Language language, String fixture) {
        return new Senders(language, language.compile(fixture));
    }

    FinishedJvm send(String program, Journey... journeys) {
        return withLibrary(ForkedJvm.withAgent().classPath(classes, Journey.farm(), Journey.harness()))
                .run(program, Stream.of(journeys).map(Journey::folder).toArray())
                .expectSuccess();
    }

    /** Reads objects where nobody has the senders' classes. */
    FinishedJvm receive(String program, Journey journey) {
        return withLibrary(Journey.receiver("trust=all")).run(program, journey.folder());
    }

    /** Reads objects where the senders' classes are, and code from elsewhere is not trusted. */
    FinishedJvm receiveAtHome(String program, Journey journey) {
        return withLibrary(Journey.receiver("trust=local").classPath(classes)).run(program, journey.folder());
    }

    /** Reads all streams in a JVM in the middle that has the language's library, and writes the objects again. */
    Journey forward(Journey journey) {
        Journey next = Journey.begin();
        withLibrary(ForkedJvm.withAgent("trust=all").classPath(Journey.farm(), Journey.harness()))
                .run("harness.Forward", journey.folder(), next.folder())
                .expectSuccess();
        return next;
    }

    private ForkedJvm withLibrary(ForkedJvm jvm) {
        return jvm.classPath(language.library());
    }

    /** Returns a test per fact; what one said when it was sent is told with the failure. */
    static Stream<DynamicTest> expect(Map<String, String> facts, FinishedJvm received, FinishedJvm sent) {
        received.expectSuccess();
        return new TreeMap<>(facts)
                .entrySet().stream()
                        .map(e -> DynamicTest.dynamicTest(
                                e.getKey(),
                                () -> assertEquals(
                                        e.getValue(), received.fact(e.getKey()), () -> sent.fact(e.getKey()))));
    }
}
