package dev.instancepatch.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The report: a section for each JDK that measured, whose own run replaces it and leaves the others. */
public final class ReportFile {
    private static final String TITLE = """
            # Benchmark report

            Written by `mvn -q -B -Pbenchmarks verify`; see CONTRIBUTING.md. Medians of short blocks leave the garbage collector's
            pauses out; JMH with `-prof gc` shows them.
            """;

    private static final String SECTION = "\n## ";

    private static final String CHAPTER = "\n### ";

    private final Path file;

    /** Names the file; it need not exist. */
    public ReportFile(Path file) {
        this.file = file;
    }

    /** Puts a section in the place of the one of the same name. */
    public void replace(String name, String text) throws IOException {
        Map<String, String> sections = new TreeMap<>(sections());
        sections.put(name, text);
        Files.writeString(file, joined(TITLE, SECTION, sections));
    }

    /** Puts chapters in the place of those of the same name in a section, whose others stay as they are. */
    public void replaceChapters(String name, String text) throws IOException {
        String before = sections().getOrDefault(name, "");
        Map<String, String> chapters = parts(before, CHAPTER);
        chapters.putAll(parts(text, CHAPTER));
        replace(name, joined((before.isEmpty() ? text : before).split(CHAPTER)[0], CHAPTER, chapters));
    }

    private Map<String, String> sections() throws IOException {
        return Files.exists(file) ? parts(Files.readString(file), SECTION) : Map.of();
    }

    /** Returns what stands behind each heading, by that. */
    private static Map<String, String> parts(String text, String mark) {
        Map<String, String> parts = new LinkedHashMap<>();
        String[] all = text.split(mark);
        for (int i = 1; i < all.length; i++) {
            int end = all[i].indexOf('\n');
            parts.put(all[i].substring(0, end), all[i].substring(end + 1));
        }
        return parts;
    }

    private static String joined(String before, String mark, Map<String, String> parts) {
        StringBuilder text = new StringBuilder(before.stripTrailing()).append('\n');
        parts.forEach((heading, body) -> text.append(mark)
                .append(heading)
                .append('\n')
                .append(body.stripTrailing())
                .append('\n'));
        return text.toString();
    }
}
