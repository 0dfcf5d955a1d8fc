package dev.instancepatch.it.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.Jars;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.objenesis.Objenesis;

/** Mockito's inline mocks and our patches of one final class; either agent first, either feature first. */
class MockitoTest {
    private static final String ALL = """
            OURS_FIRST, mock first
            OURS_FIRST, patch first
            OURS_LAST, mock first
            OURS_LAST, patch first
            """;

    private static final Map<String, FinishedJvm> JVMS = new HashMap<>();

    private static FinishedJvm jvm(OtherAgents.Order order, String first) {
        return JVMS.computeIfAbsent(order + first, k -> {
            Path[] libraries = Stream.of(Mockito.class, ByteBuddy.class, ByteBuddyAgent.class, Objenesis.class)
                    .map(Jars::of)
                    .toArray(Path[]::new);
            return order.with("-javaagent:" + Jars.of(Mockito.class))
                    .classPath(Fixtures.compile("mocks", libraries))
                    .classPath(libraries)
                    .run("mocks.Main", first)
                    .expectSuccess();
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = ALL)
    void an_object_of_a_mocked_class_is_patched(OtherAgents.Order order, String first) {
        assertEquals("own SQUAWK", jvm(order, first).fact("patched"));
        assertEquals("own SQUAWK", jvm(order, first).fact("patched still"));
        assertEquals("<own SQUAWK>", jvm(order, first).fact("around"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = ALL)
    void mocks_and_spies_of_a_patched_class_work(OtherAgents.Order order, String first) {
        assertEquals("mocked null 0", jvm(order, first).fact("mocked"));
        assertEquals("own spied 3", jvm(order, first).fact("spied"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = ALL)
    void other_objects_are_as_ever(OtherAgents.Order order, String first) {
        assertEquals("own key 3 own key", jvm(order, first).fact("plain"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = ALL)
    void a_spy_of_a_patched_object_has_its_patches(OtherAgents.Order order, String first) {
        assertEquals("own SQUAWK", jvm(order, first).fact("spy of patched"));
        assertEquals("true", jvm(order, first).fact("spy of patched is patched"));
    }

    /** Each agent puts its check before the body that it finds, so the one that transforms last is asked first. */
    @ParameterizedTest
    @ValueSource(strings = {"mock first", "patch first"})
    void where_Mockito_s_agent_stands_last_a_mock_s_answers_come_before_patches(String first) {
        FinishedJvm jvm = jvm(OtherAgents.Order.OURS_FIRST, first);
        assertEquals("null mocked", jvm.fact("patched mock"));
        assertEquals("stubbed", jvm.fact("stubbed spy of patched"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mock first", "patch first"})
    void where_our_agent_stands_last_patches_come_before_a_mock_s_answers(String first) {
        FinishedJvm jvm = jvm(OtherAgents.Order.OURS_LAST, first);
        assertEquals("patched mock mocked", jvm.fact("patched mock"));
        assertEquals("SQUAWK", jvm.fact("stubbed spy of patched"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = ALL)
    void a_restored_mock_is_a_mock(OtherAgents.Order order, String first) {
        assertEquals("null mocked", jvm(order, first).fact("restored mock"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = ALL)
    void a_spy_is_patched(OtherAgents.Order order, String first) {
        assertEquals("42 own spied", jvm(order, first).fact("patched spy"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = ALL)
    void a_spied_and_a_patched_list_live_side_by_side(OtherAgents.Order order, String first) {
        assertEquals("7 42 1", jvm(order, first).fact("lists"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = ALL)
    void restore_returns_to_the_class_s_own_method(OtherAgents.Order order, String first) {
        assertEquals("own key", jvm(order, first).fact("restored"));
    }
}
