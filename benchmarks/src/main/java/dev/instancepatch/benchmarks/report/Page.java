package dev.instancepatch.benchmarks.report;

import java.io.IOException;
import java.util.Collections;
import java.util.Locale;

/** Markdown, part by part. */
public final class Page {
    private final PlotFolder plots;
    private final StringBuilder text = new StringBuilder();

    /** Begins a page whose plots go there. */
    public Page(PlotFolder plots) {
        this.plots = plots;
    }

    /** Begins a chapter. */
    public void heading(String title) {
        text.append("\n### ").append(title).append('\n');
    }

    /** Adds a paragraph. */
    public void paragraph(String words) {
        text.append('\n').append(words).append('\n');
    }

    /**
     * Adds a plot.
     *
     * @param name its file's name, without the JDK in front and the ending
     */
    public void plot(String name, Plot plot) throws IOException {
        text.append("\n![")
                .append(plot.title())
                .append("](")
                .append(plots.write(name, plot))
                .append(")\n");
    }

    /** Begins a table. */
    public void table(String what, String... columns) {
        text.append("\n| ")
                .append(what)
                .append(" | ")
                .append(String.join(" | ", columns))
                .append(" |\n|---|")
                .append(String.join("", Collections.nCopies(columns.length, "---:|")))
                .append('\n');
    }

    /** Adds a row of ratio, its quartiles, and nanoseconds. */
    public void row(String what, Quartiles ratio, Quartiles nanos) {
        row(what, ratio(ratio.median()), ratio(ratio.low()) + "–" + ratio(ratio.high()), nanos(nanos.median()));
    }

    /** Adds a row of nanoseconds and their quartiles. */
    public void row(String what, Quartiles nanos) {
        row(what, nanos(nanos.median()), nanos(nanos.low()) + "–" + nanos(nanos.high()));
    }

    /** Adds a row of ratio, its quartiles, nanoseconds, nanoseconds more than another's, and bytes. */
    public void row(String what, Quartiles ratio, Quartiles nanos, Quartiles more, double bytes) {
        row(
                what,
                ratio(ratio.median()),
                ratio(ratio.low()) + "–" + ratio(ratio.high()),
                nanos(nanos.median()),
                nanos(more.median()),
                String.format(Locale.ROOT, "%,.0f", bytes));
    }

    /** Adds a row of cells as they are. */
    public void row(String what, String... cells) {
        text.append("| ").append(what).append(" | ");
        text.append(String.join(" | ", cells)).append(" |\n");
    }

    /** Returns a ratio as it stands in tables. */
    public static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    /** Returns nanoseconds as they stand in tables: three digits that mean something, and those before them. */
    public static String nanos(double nanos) {
        return String.format(Locale.ROOT, nanos < 10 ? "%.2f" : nanos < 100 ? "%.1f" : "%,.0f", nanos);
    }

    /** Returns all that was added. */
    public String text() {
        return text.toString();
    }
}
