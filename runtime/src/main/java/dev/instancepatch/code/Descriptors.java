package dev.instancepatch.code;

import java.util.ArrayList;
import java.util.List;

/** Descriptors (JVMS 4.3) and names, read by hand: they may come from anywhere and be of any length. */
final class Descriptors {
    private static final int MAX_DIMENSIONS = 255; // JVMS 4.3.2

    private Descriptors() {}

    static boolean isMethod(String text) {
        return parameterCount(text) >= 0;
    }

    static boolean isField(String text) {
        return afterType(text, 0) == text.length();
    }

    /** Returns the internal names of the classes in a descriptor that has been found to be one. */
    static List<String> classes(String descriptor) {
        List<String> classes = new ArrayList<>();
        int start = descriptor.indexOf('L');
        while (start >= 0) {
            int end = descriptor.indexOf(';', start);
            classes.add(descriptor.substring(start + 1, end));
            start = descriptor.indexOf('L', end);
        }
        return classes;
    }

    /** Returns the number of parameters, or -1 if the text is no method descriptor. */
    static int parameterCount(String descriptor) {
        if (!descriptor.startsWith("(")) {
            return -1;
        }
        int count = 0;
        int at = 1;
        while (at < descriptor.length() && descriptor.charAt(at) != ')') {
            at = afterType(descriptor, at);
            if (at < 0) {
                return -1;
            }
            count++;
        }
        if (at >= descriptor.length()) {
            return -1;
        }
        int end = descriptor.startsWith("V", at + 1) ? at + 2 : afterType(descriptor, at + 1);
        return end == descriptor.length() ? count : -1;
    }

    /** Returns the parameters of a method descriptor that has passed {@link #parameterCount}. */
    static List<String> parameters(String descriptor) {
        List<String> parameters = new ArrayList<>();
        for (int at = 1; descriptor.charAt(at) != ')'; ) {
            int end = afterType(descriptor, at);
            parameters.add(descriptor.substring(at, end));
            at = end;
        }
        return parameters;
    }

    /** Returns where the type that begins here ends, or -1 if none does. */
    private static int afterType(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == '[') {
            at++;
        }
        if (at >= text.length() || at - from > MAX_DIMENSIONS) {
            return -1;
        }
        if (text.charAt(at) != 'L') {
            return "BCDFIJSZ".indexOf(text.charAt(at)) >= 0 ? at + 1 : -1;
        }
        int end = text.indexOf(';', at);
        return end > at + 1 && isClassName(text, at + 1, end) ? end + 1 : -1;
    }

    /** True if the text is an internal class name: unqualified names (JVMS 4.2.2) between slashes. */
    static boolean isClassName(String text) {
        return isClassName(text, 0, text.length());
    }

    private static boolean isClassName(String text, int from, int to) {
        char before = '/';
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '.', ';', '[':
                    return false;
                case '/':
                    if (before == '/') {
                        return false;
                    }
                    break;
                default:
            }
            before = c;
        }
        return before != '/';
    }

    /** True if the text is a field's or an ordinary method's name (JVMS 4.2.2). */
    static boolean isMemberName(String text) {
        return !text.isEmpty() && text.chars().noneMatch(c -> ".;[/<>".indexOf(c) >= 0);
    }
}
