package dev.instancepatch.it.functions.languages;

import java.util.Map;

/** Functions written in Scala. */
abstract class ScalaFunctions extends LanguageFunctions {
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

    ScalaFunctions(Language language) {
        super(language, "scala", FUNCTIONS, CLASSES);
    }
}
