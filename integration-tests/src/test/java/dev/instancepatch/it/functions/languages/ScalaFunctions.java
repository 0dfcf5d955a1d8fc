package dev.instancepatch.it.functions.languages;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.travel.Journey;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Functions written in Scala, called in a JVM that has Scala's library and not the object that they stand in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ScalaFunctions {
    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("lambda", "SQUAWK"),
            Map.entry("self", "farm.Turkey"),
            Map.entry("placeholder", "a Turkey"),
            Map.entry("method-of-an-object", "on oak"),
            Map.entry("captured", "3 List(a, b)"),
            Map.entry("captured-variable", "call 1"),
            Map.entry("tuple", "one2"),
            Map.entry("option", "8"),
            Map.entry("stdlib", "3-6-9"),
            Map.entry("lazy-list", "List(1, 2, 4, 8, 16)"),
            Map.entry("range", "6List(10, 8)"),
            Map.entry("map", "9"),
            Map.entry("big-number", "1180591620717411303427"),
            Map.entry("match", "digit"),
            Map.entry("extractors", "1 then List(2, 3)"),
            Map.entry("for", "12,13,23"),
            Map.entry("try", "caught oops"),
            Map.entry("nested-lambda", "sum 7"),
            Map.entry("while", "12"),
            Map.entry("string-methods", "Cba007"));

    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("method-of-the-object", "SQUAWK!"),
            Map.entry("local-method", "xx"),
            Map.entry("default-argument", "hush!hush?"),
            Map.entry("case-class", "Point(1,5)"),
            Map.entry("case-object", "red it is"),
            Map.entry("sealed-trait", "9;2 pi"),
            Map.entry("extractor", "3/4"),
            Map.entry("trait", "HUSH"),
            Map.entry("partial-function", "List(10, 20)"),
            Map.entry("implicit-class", "abccba"),
            Map.entry("captured-case-class", "at Point(8,9)"),
            Map.entry("captured-function", "times 40"),
            Map.entry("captured-this", "sent by sam"),
            Map.entry("anonymous-class", "anonymous Turkey"),
            Map.entry("class-of-its-own", "quite calm"));

    private static final Map<String, String> TALKERS =
            Map.of("with-parameters", "tom greets you, 42, quietly hush", "around", "HELLO YOU");

    private final Language language;
    private Senders senders;
    private Journey functions;
    private Journey talkers;
    private FinishedJvm sent;

    ScalaFunctions(Language language) {
        this.language = language;
    }

    @BeforeAll
    void send() {
        senders = Senders.compile(language, "scala-senders");
        functions = Journey.begin();
        talkers = Journey.begin();
        sent = senders.send("scalasenders.Functions", functions, talkers);
    }

    @TestFactory
    Stream<DynamicTest> a_lambda_arrives_where_nobody_has_the_object_it_stands_in() {
        return Senders.expect(FUNCTIONS, senders.receive("receivers.Language", functions), sent);
    }

    @TestFactory
    Stream<DynamicTest> a_lambda_arrives_behind_a_jvm_in_the_middle() {
        return Senders.expect(FUNCTIONS, senders.receive("receivers.Language", senders.forward(functions)), sent);
    }

    @TestFactory
    Stream<DynamicTest> a_jvm_that_has_the_object_trusts_nobody_else() {
        return Senders.expect(FUNCTIONS, senders.receiveAtHome("receivers.Language", functions), sent);
    }

    @TestFactory
    Stream<DynamicTest> a_lambda_with_parameters_arrives() {
        return Senders.expect(TALKERS, senders.receive("receivers.TalkersWithParameters", talkers), sent);
    }

    @TestFactory
    Stream<DynamicTest> a_class_beside_it_arrives_with_the_function_that_needs_it() {
        Journey journey = Journey.begin();
        FinishedJvm classes = senders.send("scalasenders.Classes", journey);
        return Senders.expect(CLASSES, senders.receive("receivers.Language", journey), classes);
    }
}
