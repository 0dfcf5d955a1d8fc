package dev.instancepatch.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What becomes of a figure as another grows, equal factors equally long on both axes: what grows in proportion is straight. */
public final class LinePlot implements Plot {
    private static final double WIDTH = 520;
    private static final double HEIGHT = 340;
    private static final double LEFT = 84;
    private static final double TOP = 52;
    private static final List<String> COLOURS =
            List.of("#4f8fd0", "#d9822b", "#2e9e6b", "#b065d6", "#d9534f", "#1c9dad", "#a08a1e", "#78828e");

    private record Point(double x, double y) {}

    private record Line(String name, List<Point> points) {}

    private final String title;
    private final String across;
    private final String upwards;
    private final List<Line> lines = new ArrayList<>();

    /**
     * Begins a plot.
     *
     * @param across what grows to the right
     * @param upwards what grows upwards
     */
    public LinePlot(String title, String across, String upwards) {
        this.title = title;
        this.across = across;
        this.upwards = upwards;
    }

    @Override
    public String title() {
        return title;
    }

    /** Begins a line. */
    public LinePlot line(String name) {
        lines.add(new Line(name, new ArrayList<>()));
        return this;
    }

    /** Adds a point to the line; neither coordinate may be 0 or below. */
    public LinePlot point(double x, double y) {
        if (!(x > 0 && y > 0)) {
            throw new IllegalArgumentException("no logarithm of " + x + " or " + y);
        }
        lines.get(lines.size() - 1).points().add(new Point(x, y));
        return this;
    }

    @Override
    public String svg() {
        double legend = lines.stream()
                .mapToDouble(line -> Svg.widthOf(line.name()))
                .max()
                .orElse(0);
        Svg svg = new Svg(LEFT + WIDTH + 60 + legend, TOP + HEIGHT + 48);
        Axis x = axis(Point::x);
        Axis y = axis(Point::y);
        svg.bold(12, 18, title);
        grid(svg, x, y);
        for (int i = 0; i < lines.size(); i++) {
            String colour = COLOURS.get(i % COLOURS.size());
            String stroke = "stroke=\"" + colour + "\" stroke-width=\"2\"" + dashes(i / COLOURS.size());
            draw(svg, x, y, lines.get(i), colour, stroke);
            double height = TOP + 10 + 18 * i;
            svg.path(
                    String.format(
                            Locale.ROOT, "%.1f,%.1f %.1f,%.1f", LEFT + WIDTH + 16, height, LEFT + WIDTH + 40, height),
                    stroke);
            svg.dot(LEFT + WIDTH + 28, height, colour);
            svg.text(LEFT + WIDTH + 46, height + 4, "start", lines.get(i).name());
        }
        return svg.toString();
    }

    private static String dashes(int turn) {
        return turn == 0 ? "" : " stroke-dasharray=\"" + 3 * turn + "\"";
    }

    private Axis axis(ToDoubleFunction<Point> coordinate) {
        double[] all = lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(coordinate)
                .sorted()
                .toArray();
        return all.length == 0 ? Axis.logarithmic(1, 10) : Axis.logarithmic(all[0], all[all.length - 1]);
    }

    private void grid(Svg svg, Axis x, Axis y) {
        String stroke = "stroke=\"" + Svg.INK + "\" stroke-opacity=\"0.25\"";
        for (double tick : x.ticks()) {
            svg.line(atX(x, tick), TOP, atX(x, tick), TOP + HEIGHT, stroke);
            svg.text(atX(x, tick), TOP + HEIGHT + 16, "middle", Axis.label(tick));
        }
        for (double tick : y.ticks()) {
            svg.line(LEFT, atY(y, tick), LEFT + WIDTH, atY(y, tick), stroke);
            svg.text(LEFT - 6, atY(y, tick) + 4, "end", Axis.label(tick));
        }
        svg.box(LEFT, TOP, WIDTH, HEIGHT, "fill=\"none\" stroke=\"" + Svg.INK + "\"");
        svg.text(LEFT + WIDTH / 2, TOP + HEIGHT + 36, "middle", across);
        svg.text(12, TOP - 12, "start", upwards);
    }

    private static void draw(Svg svg, Axis x, Axis y, Line line, String colour, String stroke) {
        StringBuilder path = new StringBuilder();
        for (Point point : line.points()) {
            path.append(String.format(Locale.ROOT, "%.1f,%.1f ", atX(x, point.x()), atY(y, point.y())));
        }
        svg.path(path.toString().strip(), stroke);
        for (Point point : line.points()) {
            svg.dot(atX(x, point.x()), atY(y, point.y()), colour);
        }
    }

    private static double atX(Axis x, double figure) {
        return LEFT + WIDTH * x.part(figure);
    }

    private static double atY(Axis y, double figure) {
        return TOP + HEIGHT * (1 - y.part(figure));
    }
}
