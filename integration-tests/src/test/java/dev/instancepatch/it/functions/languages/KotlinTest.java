package dev.instancepatch.it.functions.languages;

import java.util.Map;

/** As Kotlin compiles them. */
class KotlinTest extends LanguageFunctions {
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

    KotlinTest() {
        super(Language.KOTLIN, "kotlin", FUNCTIONS, CLASSES);
    }
}
