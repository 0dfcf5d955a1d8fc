package dev.instancepatch.it.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One function for a thousand objects is one copy in the stream, and one class where it is read. */
class OneForManyTest {
    private static final int BYTES_AN_OBJECT = 40;

    private static FinishedJvm sent;
    private static FinishedJvm received;

    @BeforeAll
    static void send() {
        Trip trip = Trip.begin();
        sent = trip.run(Trip.home("trust=local"), "sender.Many");
        received = trip.run(Trip.abroad("trust=all"), "receiver.Origins");
    }

    private static Stream<String> names() {
        return Stream.of("lambda", "lambda-with-classes", "lambda-with-an-instance", "class", "reference", "enum");
    }

    @TestFactory
    Stream<DynamicTest> a_thousand_objects_more_take_few_bytes_each() {
        return names().map(name -> DynamicTest.dynamicTest(name, () -> {
            assertTrue(sent.fact(name + "-1001").matches("\\d+"), () -> sent.fact(name + "-1001"));
            int one = Integer.parseInt(sent.fact(name + "-1"));
            int many = Integer.parseInt(sent.fact(name + "-1001"));
            assertTrue(many - one <= 1000 * BYTES_AN_OBJECT, () -> name + ": " + one + " and " + many + " bytes");
        }));
    }

    @TestFactory
    Stream<DynamicTest> a_thousand_objects_have_one_class_of_function() {
        return names().map(name -> DynamicTest.dynamicTest(
                name,
                () -> assertEquals("1", received.fact("classes " + name + "-1001"), () -> sent.fact(name + "-1001"))));
    }

    @TestFactory
    Stream<DynamicTest> a_thousand_objects_have_one_function_s_identity() {
        return names().map(name -> DynamicTest.dynamicTest(name, () -> {
            assertEquals(received.fact("hash " + name + "-1"), received.fact("hash " + name + "-1001"), name);
            assertEquals("BY_VALUE", received.fact("origin " + name + "-1001"), name);
        }));
    }
}
