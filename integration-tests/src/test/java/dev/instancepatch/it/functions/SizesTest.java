package dev.instancepatch.it.functions;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.travel.Journey;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What patches take in a stream and in a parcel, line numbers included; the limits are what cloudpickle needs for the same. */
class SizesTest {
    private static final int MORE = 999;

    private static FinishedJvm jvm;

    @BeforeAll
    static void measure() {
        jvm = ForkedJvm.withAgent()
                .classPath(Fixtures.compile("sizes", Journey.farm()), Journey.farm())
                .run("sizes.Sizes")
                .expectSuccess();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-in-a-parcel"})
    void one_patched_object_takes_524_bytes_at_most(String where) {
        atMost(524, "one patched object" + where, size("one" + where));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-in-a-parcel"})
    void another_object_that_shares_the_function_takes_24_bytes_at_most(String where) {
        double each = (size("sharing" + where) - size("first-sharing" + where)) / MORE;
        atMost(24.4, "an object more that shares the function" + where, each);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-in-a-parcel"})
    void another_closure_takes_126_bytes_at_most(String where) {
        double each = (size("closures" + where) - size("first-closure" + where)) / MORE;
        atMost(126, "an object more with a closure of its own" + where, each);
    }

    private static double size(String name) {
        return Integer.parseInt(jvm.fact(name));
    }

    private static void atMost(double limit, String what, double bytes) {
        System.out.println(String.format(Locale.ROOT, "%-60s %7.1f bytes (cloudpickle: %.1f)", what, bytes, limit));
        assertTrue(bytes <= limit, what + ": " + bytes);
    }
}
