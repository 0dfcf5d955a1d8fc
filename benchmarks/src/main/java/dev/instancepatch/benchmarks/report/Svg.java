package dev.instancepatch.benchmarks.report;

import java.util.Locale;

/** A picture in SVG, element by element. Its ink is of middle lightness and it has no background: it is read on white and on black. */
final class Svg {
    static final String INK = "#78828e";
    static final String MARK = "#d9822b";
    private static final int FONT_SIZE = 12;
    private static final double LETTER_WIDTH = 7;

    private final double width;
    private final double height;
    private final StringBuilder elements = new StringBuilder();

    Svg(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** How far a text reaches, about: the reader's font is not known. */
    static double widthOf(String text) {
        return LETTER_WIDTH * text.length();
    }

    void line(double fromX, double fromY, double toX, double toY, String attributes) {
        element("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>", fromX, fromY, toX, toY, attributes);
    }

    void box(double x, double y, double wide, double high, String attributes) {
        element("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" %s/>", x, y, wide, high, attributes);
    }

    void dot(double x, double y, String colour) {
        element("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x, y, colour);
    }

    void path(String points, String attributes) {
        element("<polyline points=\"%s\" fill=\"none\" %s/>", points, attributes);
    }

    void text(double x, double y, String anchor, String words) {
        element("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, escaped(words));
    }

    void bold(double x, double y, String words) {
        element("<text x=\"%.1f\" y=\"%.1f\" font-weight=\"bold\">%s</text>", x, y, escaped(words));
    }

    private void element(String format, Object... values) {
        elements.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Returns the picture. */
    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" height=\"%.0f\""
                                + " font-family=\"sans-serif\" font-size=\"%d\" fill=\"%s\" stroke-width=\"1\">%n",
                        width,
                        height,
                        width,
                        height,
                        FONT_SIZE,
                        INK)
                + elements + "</svg>\n";
    }
}
