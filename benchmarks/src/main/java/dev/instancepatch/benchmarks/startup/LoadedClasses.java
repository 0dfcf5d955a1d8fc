package dev.instancepatch.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which classes a program loaded, by the JVM's own log.
 *
 * @param all how many
 * @param archived how many of them came from an archive
 */
record LoadedClasses(long all, long archived) {
    /** Starts a program once more, with the log on, and counts classes whose names begin so. */
    static LoadedClasses of(Start start, Path folder, String prefix) throws IOException, InterruptedException {
        Path log = folder.resolve("loaded.log");
        start.runWith("-Xlog:class+load:file=" + log);
        List<String> lines;
        try (Stream<String> all = Files.lines(log)) {
            lines = all.filter(line -> line.contains(" " + prefix)).toList();
        }
        return new LoadedClasses(
                lines.size(),
                lines.stream()
                        .filter(line -> line.contains("source: shared objects file"))
                        .count());
    }

    List<String> cells() {
        return List.of(String.format(Locale.ROOT, "%,d", all), String.format(Locale.ROOT, "%,d", archived));
    }
}
