package dev.instancepatch.it.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.travel.Journey;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** JVMs that write functions, and JVMs that read them and have the interfaces, but not the classes that wrote them. */
final class Luggage {
    private Luggage() {}

    static Path shared() {
        return Fixtures.compile("portable-shared");
    }

    static Path senders() {
        return Fixtures.compile("portable-senders", shared(), Journey.farm(), Journey.harness());
    }

    static ForkedJvm sender(Path classes) {
        return ForkedJvm.withAgent().classPath(classes, shared(), Journey.farm(), Journey.harness());
    }

    static ForkedJvm receiver(ForkedJvm kind) {
        Path receivers = Fixtures.compile("portable-receivers", shared(), Journey.harness());
        return kind.classPath(receivers, shared(), Journey.farm(), Journey.harness());
    }

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
