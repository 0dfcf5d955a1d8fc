package dev.instancepatch.it.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.travel.Journey;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The same functions where they are not trusted, or where nobody knows of them. */
class UnwelcomeFunctionsTest {
    private static final List<String> UNPATCHED = List.of("hello", "empty", "no copy", "hello you, 6, hush");

    @TestFactory
    Stream<DynamicTest> a_jvm_that_trusts_nobody_refuses_them() {
        return each(
                Trip.abroad("trust=local"),
                said -> assertTrue(
                        said.startsWith("dev.instancepatch.RefusedPatchException: [code-not-trusted] "), said));
    }

    @TestFactory
    Stream<DynamicTest> a_jvm_that_trusts_nobody_and_strips_gets_the_objects_unpatched() {
        return each(Trip.abroad("refused=strip"), UnwelcomeFunctionsTest::assertUnpatched);
    }

    @TestFactory
    Stream<DynamicTest> a_jvm_without_the_agent_gets_the_objects_unpatched() {
        return each(
                ForkedJvm.plain().classPath(Trip.receiver(), Trip.shared(), Journey.harness()),
                UnwelcomeFunctionsTest::assertUnpatched);
    }

    private static void assertUnpatched(String said) {
        assertTrue(Arrays.stream(said.split(" / ")).allMatch(UNPATCHED::contains), said);
    }

    private static Stream<DynamicTest> each(ForkedJvm jvm, Consumer<String> asserted) {
        FinishedJvm received = Sent.trip().run(jvm, "receiver.Main");
        assertEquals("no", received.fact("has sender.Main"));
        return Sent.names().map(name -> DynamicTest.dynamicTest(name, () -> asserted.accept(received.fact(name))));
    }
}
