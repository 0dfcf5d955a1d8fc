package dev.instancepatch.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where one JDK's plots go: a folder beside the report, which links them from there. */
public final class PlotFolder {
    private static final String NAME = "plots";

    private final Path folder;
    private final String prefix;

    /**
     * Names the folder; it need not exist.
     *
     * @param report the report's file
     * @param jdk the report's section, whose plots have names of their own
     */
    public PlotFolder(Path report, String jdk) {
        this.folder = report.resolveSibling(NAME);
        this.prefix = jdk.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "") + "-";
    }

    /** Writes a plot, in the place of the one that had its name; returns what the report links to. */
    String write(String name, Plot plot) throws IOException {
        String file = prefix + name + ".svg";
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(file), plot.svg());
        return NAME + "/" + file;
    }
}
