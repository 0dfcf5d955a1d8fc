package dev.instancepatch.it.functions.languages;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.travel.Journey;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Functions written in another language, called in a JVM that has that language's library and not what they stand in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LanguageFunctions {
    private static final Map<String, String> TALKERS =
            Map.of("with-parameters", "tom greets you, 42, quietly hush", "around", "HELLO YOU");

    private final Language language;
    private final String name;
    private final Map<String, String> expectedFunctions;
    private final Map<String, String> expectedClasses;
    private Senders senders;
    private Journey functions;
    private Journey talkers;
    private FinishedJvm sent;

    /**
     * Tests of a language.
     *
     * @param name what the fixtures and their packages begin with
     */
    LanguageFunctions(
            Language language,
            String name,
            Map<String, String> expectedFunctions,
            Map<String, String> expectedClasses) {
        this.language = language;
        this.name = name;
        this.expectedFunctions = expectedFunctions;
        this.expectedClasses = expectedClasses;
    }

    @BeforeAll
    void send() {
        senders = Senders.compile(language, name + "-senders");
        functions = Journey.begin();
        talkers = Journey.begin();
        sent = senders.send(name + "senders.Functions", functions, talkers);
    }

    @TestFactory
    Stream<DynamicTest> a_lambda_arrives_where_nobody_has_what_it_stands_in() {
        return Senders.expect(expectedFunctions, senders.receive("receivers.Language", functions), sent);
    }

    @TestFactory
    Stream<DynamicTest> a_lambda_arrives_behind_a_jvm_in_the_middle() {
        return Senders.expect(
                expectedFunctions, senders.receive("receivers.Language", senders.forward(functions)), sent);
    }

    @TestFactory
    Stream<DynamicTest> a_jvm_that_has_what_it_stands_in_trusts_nobody_else() {
        return Senders.expect(expectedFunctions, senders.receiveAtHome("receivers.Language", functions), sent);
    }

    @TestFactory
    Stream<DynamicTest> a_lambda_with_parameters_arrives() {
        return Senders.expect(TALKERS, senders.receive("receivers.TalkersWithParameters", talkers), sent);
    }

    @TestFactory
    Stream<DynamicTest> a_class_beside_it_arrives_with_the_function_that_needs_it() {
        Journey journey = Journey.begin();
        FinishedJvm classes = senders.send(name + "senders.Classes", journey);
        return Senders.expect(expectedClasses, senders.receive("receivers.Language", journey), classes);
    }
}
