package io.github.aikidoconnect.benchmark;

import java.util.List;
import java.util.Locale;

/** Draws panels side by side with logarithmic scales, so that proportional growth is a line with the slope 1. */
final class Chart {

    private static final int SIDE = 300;
    private static final int MARGIN = 60;
    private static final int PANEL = SIDE + 2 * MARGIN;

    private Chart() {}

    record Point(double repositories, double value) {}

    record Panel(String unit, List<Point> points) {}

    static String of(Panel... panels) {
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="white"/>
                """.formatted(PANEL * panels.length, PANEL));
        for (int i = 0; i < panels.length; i++) {
            svg.append("<g transform=\"translate(%d %d)\">\n".formatted(i * PANEL + MARGIN, MARGIN));
            draw(svg, panels[i]);
            svg.append("</g>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private static void draw(StringBuilder svg, Panel panel) {
        Axis x = Axis.over(panel.points().stream().map(Point::repositories).toList());
        Axis y = Axis.over(panel.points().stream().map(Point::value).toList());
        text(svg, SIDE / 2.0, -20, "middle", panel.unit());
        text(svg, SIDE / 2.0, SIDE + 40.0, "middle", "repositories");
        for (int power = x.from(); power <= x.to(); power++) {
            double at = x.at(Math.pow(10, power));
            line(svg, new Segment(at, 0, at, SIDE), "stroke=\"#ddd\"");
            text(svg, at, SIDE + 18.0, "middle", label(power));
        }
        for (int power = y.from(); power <= y.to(); power++) {
            double at = SIDE - y.at(Math.pow(10, power));
            line(svg, new Segment(0, at, SIDE, at), "stroke=\"#ddd\"");
            text(svg, -6, at + 4, "end", label(power));
        }
        Point last = panel.points().get(panel.points().size() - 1);
        proportional(svg, x, y, last);
        StringBuilder path = new StringBuilder();
        for (Point point : panel.points()) {
            double px = x.at(point.repositories());
            double py = SIDE - y.at(point.value());
            path.append(format("%.1f,%.1f ", px, py));
            svg.append(format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#1558d6\"/>\n", px, py));
        }
        svg.append("<polyline points=\"%s\" fill=\"none\" stroke=\"#1558d6\" stroke-width=\"2\"/>\n"
                .formatted(path.toString().strip()));
    }

    /** Draws the line of proportional growth through the largest value. */
    private static void proportional(StringBuilder svg, Axis x, Axis y, Point last) {
        double lowest = Math.pow(10, y.from());
        double repositories = Math.max(Math.pow(10, x.from()), lowest * last.repositories() / last.value());
        double value = last.value() * repositories / last.repositories();
        line(
                svg,
                new Segment(
                        x.at(repositories), SIDE - y.at(value), x.at(last.repositories()), SIDE - y.at(last.value())),
                "stroke=\"#888\" stroke-dasharray=\"4 4\"");
    }

    private record Segment(double x1, double y1, double x2, double y2) {}

    private static void line(StringBuilder svg, Segment at, String attributes) {
        svg.append(format(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>\n",
                at.x1, at.y1, at.x2, at.y2, attributes));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, text));
    }

    private static String label(int power) {
        return power < 0
                ? format("%." + -power + "f", Math.pow(10, power))
                : format("%,d", Math.round(Math.pow(10, power)));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** An axis of whole powers of ten around the values. */
    private record Axis(int from, int to) {

        static Axis over(List<Double> values) {
            double least = values.stream().mapToDouble(v -> v).min().orElseThrow();
            double most = values.stream().mapToDouble(v -> v).max().orElseThrow();
            int from = (int) Math.floor(Math.log10(least));
            return new Axis(from, Math.max(from + 1, (int) Math.ceil(Math.log10(most))));
        }

        double at(double value) {
            return SIDE * (Math.log10(value) - from) / (to - from);
        }
    }
}
