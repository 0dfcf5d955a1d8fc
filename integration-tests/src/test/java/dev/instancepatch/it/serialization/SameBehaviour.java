package dev.instancepatch.it.serialization;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.ForkedJvm;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * What Java serialization does holds with the agent and without, for patched objects and others. Each case is written by three
 * JVMs (plain, with the agent, with the agent and patched objects) and read by plain ones and others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SameBehaviour {
    private final String group;
    private final String option; // of the agent, on both sides
    private final Map<String, Case> cases = new LinkedHashMap<>();

    private Exchange plain;
    private Exchange unpatched;
    private Exchange patched;

    /** Names the programs: {@code written.GROUP} and {@code read.GROUP}. */
    protected SameBehaviour(String group) {
        this(group, "enabled=true");
    }

    /** Adds an option of the agent, on both sides. */
    protected SameBehaviour(String group, String option) {
        this.group = group;
        this.option = option;
    }

    private ForkedJvm agent(String... more) {
        return ForkedJvm.withAgent(String.join(",", more) + (more.length > 0 ? "," : "") + option);
    }

    /** Says what a plain reader sees of what a plain writer wrote, and what the objects say that it hears. */
    protected final Case expect(String name, String seen, String said) {
        Case made = new Case(name, seen, said);
        cases.put(name, made);
        return made;
    }

    @BeforeAll
    void write() {
        plain = Exchange.written(ForkedJvm.plain(), group, false);
        unpatched = Exchange.written(agent(), group, false);
        patched = Exchange.written(agent(), group, true);
    }

    private Stream<DynamicTest> written(Consumer<Case> check) {
        return all(c -> c.isWritten(), check);
    }

    private Stream<DynamicTest> all(java.util.function.Predicate<Case> which, Consumer<Case> check) {
        return cases.values().stream().filter(which).map(c -> DynamicTest.dynamicTest(c.name(), () -> check.accept(c)));
    }

    @Test
    void every_case_is_looked_at() {
        FinishedJvm reader = plain.read(ForkedJvm.plain(), group);
        Set<String> names = reader.out()
                .lines()
                .filter(line -> line.contains(" says: "))
                .map(line -> line.substring(0, line.indexOf(" says: ")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        assertEquals(cases.keySet(), names);
    }

    @TestFactory
    Stream<DynamicTest> between_plain_JVMs() {
        FinishedJvm reader = plain.read(ForkedJvm.plain(), group);
        return all(c -> true, c -> c.assertAsEver(reader));
    }

    @TestFactory
    Stream<DynamicTest> between_JVMs_with_the_agent_unpatched_objects_behave_the_same() {
        FinishedJvm reader = unpatched.read(agent(), group);
        return all(c -> true, c -> c.assertAsEver(reader));
    }

    @TestFactory
    Stream<DynamicTest> unpatched_objects_are_written_to_the_same_bytes() {
        return all(c -> true, c -> {
            c.assertWritten(plain.writer());
            assertArrayEquals(bytes(plain, c), bytes(unpatched, c));
        });
    }

    private static byte[] bytes(Exchange exchange, Case of) {
        try {
            return Files.readAllBytes(exchange.folder().resolve(of.name()));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> a_plain_reader_notices_nothing_of_patches() {
        FinishedJvm reader = patched.read(ForkedJvm.plain(), group);
        return written(c -> c.assertWithoutAgent(reader));
    }

    @TestFactory
    Stream<DynamicTest> patched_objects_behave_the_same_and_arrive_patched_or_are_refused() {
        FinishedJvm reader = patched.read(agent("trust=all"), group);
        return written(c -> c.assertPatched(reader));
    }

    @TestFactory
    Stream<DynamicTest> a_reader_that_strips_what_it_refuses_sees_unpatched_objects() {
        FinishedJvm reader = patched.read(agent("refused=strip"), group);
        return written(c -> c.assertAsEver(reader));
    }

    @TestFactory
    Stream<DynamicTest> what_has_no_place_in_a_stream_is_refused_while_it_is_written() {
        return all(c -> !c.isWritten(), c -> c.assertUnwritten(patched.writer()));
    }

    @TestFactory
    Stream<DynamicTest> a_writer_that_drops_what_it_cannot_carry_writes_objects_for_all() {
        Exchange dropping = Exchange.written(agent("uncarried=drop"), group, true);
        FinishedJvm reader = dropping.read(agent("trust=all"), group);
        return all(c -> true, c -> {
            c.assertWritten(dropping.writer());
            if (c.isWritten()) {
                c.assertPatched(reader);
            } else {
                c.assertDropped(reader);
            }
        });
    }
}
