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

/** A class cannot be transformed, because another agent spoils it: the application runs on, and the refusal says why. */
class SpoiledClassesTest {
    private static final String BOTH = """
            OURS_FIRST, unreadable
            OURS_LAST, unreadable
            OURS_FIRST, renamed
            OURS_LAST, renamed
            """;

    private static final Map<String, FinishedJvm> JVMS = new HashMap<>();

    private static FinishedJvm jvm(OtherAgents.Order order, String how) {
        return jvm("retransformed.Spoiled", order, how);
    }

    private static FinishedJvm preparing(OtherAgents.Order order, String how) {
        return jvm("retransformed.Prepared", order, how);
    }

    private static FinishedJvm jvm(String main, OtherAgents.Order order, String how) {
        return JVMS.computeIfAbsent(
                main + order + how,
                k -> order.with(OtherAgents.second())
                        .classPath(Fixtures.compile(
                                "retransformed", List.of("-parameters"), Fixtures.compile("second-agent")))
                        .run(main, how)
                        .expectSuccess());
    }

    @ParameterizedTest
    @CsvSource(textBlock = BOTH)
    void the_application_runs_on_unchanged(OtherAgents.Order order, String how) {
        FinishedJvm jvm = jvm(order, how);
        assertEquals("hello, goodbye at 3", jvm.fact("runs on"));
        assertEquals("SQUAWK", jvm.fact("patched before"));
        assertEquals("false", jvm.fact("is patched"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = BOTH)
    void every_attempt_is_refused_with_method_and_reason(OtherAgents.Order order, String how) {
        FinishedJvm jvm = jvm(order, how);
        for (String attempt : List.of("first", "second")) {
            String refused = jvm.fact(attempt);
            assertTrue(refused.startsWith("WEAVING_FAILED [weaving-failed] retransformed.Turkey.bye()"), refused);
            assertTrue(refused.contains(jvm.fact(attempt + " cause")), jvm::toString);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = BOTH)
    void the_reason_names_an_error_and_says_more_than_that_there_is_none(OtherAgents.Order order, String how) {
        String refused = jvm(order, how).fact("first");
        assertTrue(refused.matches(".*(Error|Exception).*"), refused);
        assertTrue(!refused.contains("the JVM gave no reason"), refused);
    }

    @ParameterizedTest
    @CsvSource(textBlock = BOTH)
    void it_is_reported_once_with_class_and_reason(OtherAgents.Order order, String how) {
        List<String> lines = jvm(order, how).err().lines().toList();
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.get(0).matches(".*retransformed\\.Turkey.*(Error|Exception).*"), lines::toString);
    }

    @ParameterizedTest
    @CsvSource(textBlock = BOTH)
    void once_that_is_over_the_class_is_patched(OtherAgents.Order order, String how) {
        assertEquals("patched, goodbye at 3", jvm(order, how).fact("once that is over"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = BOTH)
    void prepared_among_others_it_is_refused_by_name_and_runs_on(OtherAgents.Order order, String how) {
        String refused = preparing(order, how).fact("prepared");
        assertTrue(refused.startsWith("WEAVING_FAILED [weaving-failed] Objects of retransformed.Turkey"), refused);
        assertEquals("goodbye at 3", preparing(order, how).fact("spoiled"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = BOTH)
    void of_classes_that_are_prepared_with_it_the_others_are_patched(OtherAgents.Order order, String how) {
        assertEquals("SQUAWKSQUAWKonetwo", preparing(order, how).fact("others"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = BOTH)
    void once_that_is_over_it_is_prepared(OtherAgents.Order order, String how) {
        assertEquals("patched, goodbye at 3", preparing(order, how).fact("once that is over"));
    }
}
