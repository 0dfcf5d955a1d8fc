package dev.instancepatch.it.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of classes that are prepared together, another agent spoils one: that is refused, and the others are prepared. */
class PreparedAmongSpoiledTest {
    private static final String BOTH = """
            OURS_FIRST, unreadable
            OURS_LAST, unreadable
            OURS_FIRST, renamed
            OURS_LAST, renamed
            """;

    private static final Map<String, FinishedJvm> JVMS = new HashMap<>();

    private static FinishedJvm jvm(OtherAgents.Order order, String how) {
        return JVMS.computeIfAbsent(
                order + how,
                k -> order.with(OtherAgents.second())
                        .classPath(Fixtures.compile(
                                "retransformed", List.of("-parameters"), Fixtures.compile("second-agent")))
                        .run("retransformed.Prepared", how)
                        .expectSuccess());
    }

    @ParameterizedTest
    @CsvSource(textBlock = BOTH)
    void the_spoiled_class_is_refused_by_name_and_runs_on(OtherAgents.Order order, String how) {
        String refused = jvm(order, how).fact("prepared");
        assertTrue(refused.startsWith("WEAVING_FAILED [weaving-failed] Objects of retransformed.Turkey"), refused);
        assertEquals("goodbye at 3", jvm(order, how).fact("spoiled"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = BOTH)
    void the_others_are_patched(OtherAgents.Order order, String how) {
        assertEquals("SQUAWKSQUAWKonetwo", jvm(order, how).fact("others"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = BOTH)
    void once_that_is_over_the_class_is_prepared(OtherAgents.Order order, String how) {
        assertEquals("patched, goodbye at 3", jvm(order, how).fact("once that is over"));
    }
}
