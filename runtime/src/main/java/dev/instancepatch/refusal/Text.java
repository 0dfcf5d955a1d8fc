package dev.instancepatch.refusal;

import dev.instancepatch.Code;

/** The shape of every message: {@code [code] what happened.} and, indented below, path or candidates and one next action. */
final class Text {
    private Text() {}

    static String of(Code code, String... lines) {
        return "[" + code.id() + "] " + String.join("\n  ", lines);
    }
}
