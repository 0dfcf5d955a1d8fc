package dev.instancepatch.it.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is shared between streams: code, and no objects. */
class StreamsTest {
    private static FinishedJvm received;

    @BeforeAll
    static void read_twice() {
        received = Sent.trip().run(Trip.abroad("trust=all"), "receiver.Twice");
    }

    @Test
    void two_functions_of_one_stream_share_what_they_captured_and_two_streams_do_not() {
        assertEquals("one, two changed, two first", received.fact("objects"));
    }

    @TestFactory
    Stream<DynamicTest> a_bundle_that_is_read_twice_is_one_class() {
        return Stream.of("class-nested", "nested-with-a-lambda", "instance", "place-method")
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> assertEquals("true", received.fact("one class of " + name))));
    }

    @Test
    void what_a_function_gives_is_of_one_class_in_two_streams() {
        assertEquals("true", received.fact("one class of what it gives"));
    }

    @Test
    void the_loader_of_received_code_serves_its_class_files_to_whoever_relays_them() {
        assertEquals("true", received.fact("class file of what it gives"));
    }
}
