package dev.instancepatch.it.functions.languages;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.travel.Journey;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Functions written in Kotlin, called in a JVM that has Kotlin's library and not the file that they stand in. */
class KotlinTest {
    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("lambda", "SQUAWK"),
            Map.entry("self", "farm.Turkey"),
            Map.entry("sam-constructor", "constructed"),
            Map.entry("top-level-reference", "SQUAWK!!!!!!"),
            Map.entry("anonymous-function", "no name, Turkey"),
            Map.entry("unbound-reference", "a Turkey"),
            Map.entry("bound-reference", "on oak"),
            Map.entry("captured", "3 [a, b] null"),
            Map.entry("captured-variable", "call 1"),
            Map.entry("destructured", "one2"),
            Map.entry("stdlib", "3-6-9"),
            Map.entry("sequence", "[1, 2, 4, 8, 16]"),
            Map.entry("range", "6[10, 8]"),
            Map.entry("when", "digit"),
            Map.entry("null-safety", "nothing"),
            Map.entry("try", "caught oops"),
            Map.entry("apply", "a1"),
            Map.entry("label", "10"),
            Map.entry("helper", "SQUAWK!"),
            Map.entry("extension", "abccba"),
            Map.entry("default-argument", "HUSH?HUSH!"),
            Map.entry("inline", "xx"),
            Map.entry("reified", "[a, b]"),
            Map.entry("tail-recursion", "gcd 12"),
            Map.entry("local-function", "local x"),
            Map.entry("nested-lambda", "sum 7"),
            Map.entry("constant", "good day!"),
            Map.entry("vararg", "a+b+c"));

    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("data-class", "Point(x=1, y=5)"),
            Map.entry("enum-class", "red, dark green"),
            Map.entry("when-over-enum", "red it is"),
            Map.entry("sealed-class", "9;4 pi"),
            Map.entry("value-class", "Metres(n=7)"),
            Map.entry("object", "described x"),
            Map.entry("companion", "number 42"),
            Map.entry("delegation", "hush"),
            Map.entry("operator", "4/6"),
            Map.entry("captured-data-class", "at Point(x=8, y=9)"),
            Map.entry("captured-enum", "dark green"),
            Map.entry("captured-function", "times 40"),
            Map.entry("captured-this", "sent by sam"),
            Map.entry("anonymous-object", "anonymous Turkey"),
            Map.entry("class-of-its-own", "quite calm"),
            Map.entry("typed-lambda", "typed Turkey"));

    private static final Map<String, String> TALKERS =
            Map.of("with-parameters", "tom greets you, 42, quietly hush", "around", "HELLO YOU");

    private static Senders senders;
    private static Journey functions;
    private static Journey talkers;
    private static FinishedJvm sent;

    @BeforeAll
    static void send() {
        senders = Senders.compile(Language.KOTLIN, "kotlin-senders");
        functions = Journey.begin();
        talkers = Journey.begin();
        sent = senders.send("kotlinsenders.Functions", functions, talkers);
    }

    @TestFactory
    Stream<DynamicTest> a_lambda_arrives_where_nobody_has_the_file_it_stands_in() {
        return Senders.expect(FUNCTIONS, senders.receive("receivers.Language", functions), sent);
    }

    @TestFactory
    Stream<DynamicTest> a_lambda_arrives_behind_a_jvm_in_the_middle() {
        return Senders.expect(FUNCTIONS, senders.receive("receivers.Language", senders.forward(functions)), sent);
    }

    @TestFactory
    Stream<DynamicTest> a_jvm_that_has_the_file_trusts_nobody_else() {
        return Senders.expect(FUNCTIONS, senders.receiveAtHome("receivers.Language", functions), sent);
    }

    @TestFactory
    Stream<DynamicTest> a_lambda_with_parameters_arrives() {
        return Senders.expect(TALKERS, senders.receive("receivers.TalkersWithParameters", talkers), sent);
    }

    @TestFactory
    Stream<DynamicTest> a_class_of_the_file_arrives_with_the_function_that_needs_it() {
        Journey journey = Journey.begin();
        FinishedJvm classes = senders.send("kotlinsenders.Classes", journey);
        return Senders.expect(CLASSES, senders.receive("receivers.Language", journey), classes);
    }
}
