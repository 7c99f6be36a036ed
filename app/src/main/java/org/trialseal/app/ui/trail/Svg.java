package org.trialseal.app.ui.trail;

import java.util.Locale;
import java.util.stream.Collectors;
import org.trialseal.app.ui.trail.Drawing.Arrow;
import org.trialseal.app.ui.trail.Drawing.Box;
import org.trialseal.app.ui.trail.Drawing.Point;
import org.trialseal.app.ui.trail.Drawing.Shape;
import org.trialseal.app.ui.trail.Drawing.Words;

/** Writes a drawing as SVG 1.1, in the colours of the light theme, without anything that a reader would have to fetch. */
final class Svg {
    private static final String STYLE = """
            .plain{fill:#ffffff;stroke:#dfe3e9}.passed{fill:#e9f6ef;stroke:#a9d9c0}.open{fill:#fff6de;stroke:#e8cd8e}
            .arrow{fill:none;stroke:#8a94a3;stroke-width:1.5}.head{fill:#8a94a3}
            text{font-family:Inter,"Helvetica Neue",Arial,sans-serif;fill:#18212c}
            .drawing-title{font-weight:600;font-size:15px}.drawing-body{font-size:13px}
            .drawing-note{font-size:12px;fill:#525f6d}
            .drawing-hash{font-family:monospace;font-size:10.5px;fill:#525f6d;white-space:pre}
            """;

    private Svg() {}

    static String of(Drawing drawing) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
                + number(drawing.width()) + "\" height=\"" + number(drawing.height()) + "\" viewBox=\"0 0 "
                + number(drawing.width()) + " " + number(drawing.height()) + "\" role=\"img\">\n<title>"
                + escaped(drawing.description()) + "</title>\n<style>\n" + STYLE
                + "</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#f5f6f8\"/>\n"
                + drawing.shapes().stream().map(Svg::of).collect(Collectors.joining("\n"))
                + "\n</svg>\n";
    }

    private static String of(Shape shape) {
        if (shape instanceof Box box) {
            return "<rect class=\"" + box.tone().styleClass() + "\" x=\"" + number(box.x()) + "\" y=\""
                    + number(box.y()) + "\" width=\"" + number(box.width()) + "\" height=\"" + number(box.height())
                    + "\" rx=\"12\"/>";
        }
        if (shape instanceof Arrow arrow) {
            return arrow(arrow);
        }
        Words words = (Words) shape;
        return "<text class=\"" + words.face().styleClass() + "\" x=\"" + number(words.x()) + "\" y=\""
                + number(words.y()) + "\" xml:space=\"preserve\">" + escaped(words.text()) + "</text>";
    }

    private static String arrow(Arrow arrow) {
        String points = arrow.points().stream()
                .map(point -> number(point.x()) + "," + number(point.y()))
                .collect(Collectors.joining(" "));
        String head = ArrowHead.of(arrow).stream()
                .map(point -> number(point.x()) + "," + number(point.y()))
                .collect(Collectors.joining(" "));
        return "<polyline class=\"arrow\" points=\"" + points + "\"/><polygon class=\"head\" points=\"" + head + "\"/>";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The three corners of an arrow's head. */
    static final class ArrowHead {
        private static final double LENGTH = 8;
        private static final double HALF = 4;

        private ArrowHead() {}

        static java.util.List<Point> of(Arrow arrow) {
            Point to = arrow.points().get(arrow.points().size() - 1);
            Point from = arrow.points().get(arrow.points().size() - 2);
            double dx = Math.signum(to.x() - from.x());
            double dy = Math.signum(to.y() - from.y());
            return java.util.List.of(
                    to,
                    new Point(to.x() - dx * LENGTH - dy * HALF, to.y() - dy * LENGTH - dx * HALF),
                    new Point(to.x() - dx * LENGTH + dy * HALF, to.y() - dy * LENGTH + dx * HALF));
        }
    }
}
