package dev.instancepatch.it.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.ForkedJvm;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A hundred thousand patched objects in one stream, in an array and in a list, on threads with the smallest of stacks. */
class ManyObjectsTest {
    private static final int COUNT = 100_000;

    private static final Map<String, String> EXPECTED = Map.of(
            "shared-function", "patched n0, patched n99999",
            "own-captures", "patched 0, patched 99999",
            "captured-selves", "patched true, patched true",
            "records", "patched 0, patched 99999",
            "externals", "patched 0, patched 99999");

    @TestFactory
    Stream<DynamicTest> each_arrives_patched() {
        Journey journey = Journey.begin();
        FinishedJvm sent = ForkedJvm.withAgent()
                .jvmArgument("-Xss256k")
                .jvmArgument("-Xmx1g")
                .classPath(Journey.senders(), Journey.farm(), Journey.harness())
                .run("senders.Many", journey.folder(), COUNT)
                .expectSuccess();
        FinishedJvm received = Journey.receiver("trust=all")
                .jvmArgument("-Xss256k")
                .jvmArgument("-Xmx1g")
                .run("receivers.Many", journey.folder())
                .expectSuccess();
        return EXPECTED.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    System.out.println(COUNT + " objects, " + e.getKey() + ": " + sent.fact(e.getKey() + " took ms")
                            + " ms to patch and write, " + received.fact(e.getKey() + " took ms")
                            + " ms to read and call, "
                            + sent.fact(e.getKey()) + " bytes");
                    assertEquals(
                            COUNT + " patched, " + COUNT + " the same, " + e.getValue(),
                            received.fact(e.getKey()),
                            sent::toString);
                }));
    }
}
