package dev.instancepatch.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private final Path file;

    /** Names the file; it need not exist. */
    public ReportFile(Path file) {
        this.file = file;
    }

    /** Puts a section in the place of the one of the same name. */
    public void replace(String name, String text) throws IOException {
        Map<String, String> sections = new TreeMap<>();
        if (Files.exists(file)) {
            String[] parts = Files.readString(file).split(SECTION);
            for (int i = 1; i < parts.length; i++) {
                int end = parts[i].indexOf('\n');
                sections.put(parts[i].substring(0, end), parts[i].substring(end + 1));
            }
        }
        sections.put(name, text);
        StringBuilder report = new StringBuilder(TITLE);
        sections.forEach((title, body) -> report.append(SECTION)
                .append(title)
                .append('\n')
                .append(body.stripTrailing())
                .append('\n'));
        Files.writeString(file, report);
    }
}
