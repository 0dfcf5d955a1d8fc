package demo;

import java.util.List;

/** What the demo prints, kind by kind. */
final class Page {
    private Page() {}

    static void heading(String text) {
        System.out.println(System.lineSeparator() + text);
    }

    /** Introduces the next JVM. */
    static void remark(String text) {
        System.out.println(System.lineSeparator() + "   " + text);
    }

    static void code(List<String> lines) {
        lines.forEach(line -> System.out.println("   > " + line));
    }

    static void command(String line) {
        System.out.println("   $ " + line);
    }

    static void lines(List<String> lines) {
        lines.forEach(line -> System.out.println("     " + line));
    }
}
