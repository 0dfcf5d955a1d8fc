package dev.instancepatch.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ratios as bars, one below the other, in groups that are measured against a baseline each. A bar ends at the median, its whiskers
 * are the quartiles; behind a group's bars is its noise floor, the quartiles of a second copy of the baseline. Where ratios lie far
 * apart, equal factors are equally long and bars begin at 1.
 */
public final class BarPlot implements Plot {
    private static final double FAR_APART = 20;
    private static final double ROW = 18;
    private static final double BAR = 10;
    private static final double TOP = 48;
    private static final double PLOT_WIDTH = 420;
    private static final double MARGIN = 12;

    private record Row(String name, @Nullable Quartiles ratio) {}

    private final String title;
    private final List<Row> rows = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();

    private record Band(int row, Quartiles noise) {}

    /** Begins a plot. */
    public BarPlot(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /** Begins a group of bars. */
    public BarPlot group(String name, Quartiles noise) {
        bands.add(new Band(rows.size(), noise));
        rows.add(new Row(name, null));
        return this;
    }

    /** Adds a bar to the group. */
    public BarPlot bar(String name, Quartiles ratio) {
        rows.add(new Row(name, ratio));
        return this;
    }

    @Override
    public String svg() {
        double left = 2 * MARGIN
                + rows.stream()
                        .mapToDouble(row -> Svg.widthOf(row.name()))
                        .max()
                        .orElse(0);
        double bottom = TOP + ROW * rows.size();
        Svg svg = new Svg(left + PLOT_WIDTH + 6 * MARGIN, bottom + MARGIN);
        Axis axis = axis();
        svg.bold(MARGIN, 18, title);
        for (double tick : axis.ticks()) {
            double x = left + PLOT_WIDTH * axis.part(tick);
            svg.line(x, TOP - 4, x, bottom, "stroke=\"" + Svg.INK + "\" stroke-opacity=\"0.25\"");
            svg.text(x, TOP - 8, "middle", Axis.label(tick) + "x");
        }
        for (Band band : bands) {
            noise(svg, axis, left, band);
        }
        double one = left + PLOT_WIDTH * axis.part(1);
        svg.line(one, TOP - 4, one, bottom, "stroke=\"" + Svg.INK + "\"");
        for (int i = 0; i < rows.size(); i++) {
            row(svg, axis, left, TOP + ROW * i + ROW / 2, rows.get(i));
        }
        return svg.toString();
    }

    private Axis axis() {
        double low = 1;
        double high = 1.5;
        for (Row row : rows) {
            if (row.ratio() != null) {
                low = Math.min(low, row.ratio().low());
                high = Math.max(high, row.ratio().high());
            }
        }
        return high / low > FAR_APART ? Axis.logarithmic(low, high) : Axis.linear(high * 1.05);
    }

    private void noise(Svg svg, Axis axis, double left, Band band) {
        int end = bands.stream()
                .mapToInt(Band::row)
                .filter(row -> row > band.row())
                .min()
                .orElse(rows.size());
        double from = left + PLOT_WIDTH * axis.part(band.noise().low());
        double to = left + PLOT_WIDTH * axis.part(band.noise().high());
        svg.box(
                from,
                TOP + ROW * (band.row() + 1),
                Math.max(1, to - from),
                ROW * (end - band.row() - 1),
                "fill=\"" + Svg.MARK + "\" fill-opacity=\"0.35\"");
    }

    private static void row(Svg svg, Axis axis, double left, double middle, Row row) {
        Quartiles ratio = row.ratio();
        if (ratio == null) {
            svg.bold(MARGIN, middle + 4, row.name());
            return;
        }
        svg.text(left - MARGIN, middle + 4, "end", row.name());
        double begin = left + PLOT_WIDTH * (axis.logarithmic() ? axis.part(1) : 0);
        double end = left + PLOT_WIDTH * axis.part(ratio.median());
        svg.box(
                Math.min(begin, end),
                middle - BAR / 2,
                Math.max(1, Math.abs(end - begin)),
                BAR,
                "fill=\"#4f8fd0\" fill-opacity=\"0.8\"");
        double low = left + PLOT_WIDTH * axis.part(ratio.low());
        double high = left + PLOT_WIDTH * axis.part(ratio.high());
        String whisker = "stroke=\"" + Svg.INK + "\" stroke-width=\"1.5\"";
        svg.line(low, middle, high, middle, whisker);
        svg.line(low, middle - 3, low, middle + 3, whisker);
        svg.line(high, middle - 3, high, middle + 3, whisker);
        svg.text(Math.max(Math.max(high, end), begin) + 5, middle + 4, "start", Axis.label(ratio.median()) + "x");
    }
}
