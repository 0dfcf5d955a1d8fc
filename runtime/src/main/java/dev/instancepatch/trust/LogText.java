package dev.instancepatch.trust;

import java.util.HexFormat;

/**
 * Makes text from a stream fit for a log: whoever writes a stream chooses its names, and a name with a newline in it would be a
 * second line, of the attacker's words.
 *
 * <p>Escaped, as in Java sources: what does not print or changes the direction of writing, quotes and backslashes, and braces,
 * which some loggers look into ({@code ${jndi:...}}). What is longer than {@value #MOST} characters is cut off.
 */
final class LogText {
    static final int MOST = 300;

    private LogText() {}

    static String of(String text) {
        if (text.length() <= MOST && isPlainAscii(text)) {
            return text; // nearly all names are
        }
        StringBuilder fit = new StringBuilder();
        int next = 0;
        while (next < text.length() && fit.length() < MOST) {
            int character = text.codePointAt(next);
            append(character, fit);
            next += Character.charCount(character);
        }
        return next < text.length() ? fit.append('…').toString() : fit.toString();
    }

    private static void append(int character, StringBuilder to) {
        if (isPlain(character)) {
            to.appendCodePoint(character);
        } else {
            for (char unit : Character.toChars(character)) {
                to.append("\\u").append(HexFormat.of().toHexDigits(unit));
            }
        }
    }

    private static boolean isPlainAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80 || !isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(int character) {
        if (character < 0x80) {
            return character >= ' ' && character < 0x7f && "\"\\{}".indexOf(character) < 0;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
