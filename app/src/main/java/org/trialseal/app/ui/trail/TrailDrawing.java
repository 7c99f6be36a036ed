package org.trialseal.app.ui.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trialseal.app.ui.trail.Drawing.Arrow;
import org.trialseal.app.ui.trail.Drawing.Box;
import org.trialseal.app.ui.trail.Drawing.Face;
import org.trialseal.app.ui.trail.Drawing.Point;
import org.trialseal.app.ui.trail.Drawing.Shape;
import org.trialseal.app.ui.trail.Drawing.Words;

/** Lays stations out in two columns: the data on the left from above, time on the right; without data in one. */
final class TrailDrawing {
    private static final double MARGIN = 32;
    private static final double CARD = 472;
    private static final double BETWEEN_COLUMNS = 96;
    private static final double BETWEEN_CARDS = 56;
    private static final double PADDING = 24;
    private static final double TITLE_LINE = 24;
    private static final double BODY_LINE = 20;
    private static final double HASH_LINE = 16;
    private static final double LABEL_LINE = 20;

    /** Letters that fit in a line of a card, at the width of an average letter. */
    private static final int LETTERS = 60;

    private final List<Shape> shapes = new ArrayList<>();

    private TrailDrawing() {}

    static Drawing of(List<Hop> data, List<Hop> time) {
        return new TrailDrawing().draw(data, time);
    }

    private Drawing draw(List<Hop> data, List<Hop> time) {
        double leftEnd = column(MARGIN, data);
        double right = data.isEmpty() ? MARGIN : MARGIN + CARD + BETWEEN_COLUMNS;
        double rightEnd = column(right, time);
        if (!data.isEmpty()) {
            cross(data.get(data.size() - 1), leftEnd, right);
        }
        double bottom = Math.max(leftEnd + (data.isEmpty() ? 0 : BETWEEN_CARDS), rightEnd) + MARGIN;
        String description = String.join(
                " ",
                Stream.concat(data.stream(), time.stream())
                        .map(hop -> hop.title() + ". " + String.join(" ", hop.lines()) + " " + hop.onward())
                        .toList());
        return new Drawing(right + CARD + MARGIN, bottom, description, shapes);
    }

    /** Draws cards below each other; gives the lower end of the last one. */
    private double column(double x, List<Hop> hops) {
        double y = MARGIN;
        for (int i = 0; i < hops.size(); i++) {
            double end = card(x, y, hops.get(i));
            if (i + 1 == hops.size()) {
                return end;
            }
            double middle = x + PADDING + 8;
            shapes.add(new Arrow(List.of(new Point(middle, end + 4), new Point(middle, end + BETWEEN_CARDS - 4))));
            shapes.add(new Words(
                    middle + 16, end + BETWEEN_CARDS / 2 + 4, hops.get(i).onward(), Face.NOTE));
            y = end + BETWEEN_CARDS;
        }
        return y;
    }

    /** The way from the foot of the left column to the head of the right one. */
    private void cross(Hop last, double leftEnd, double right) {
        double start = MARGIN + PADDING + 8;
        double below = leftEnd + BETWEEN_CARDS - 16;
        double gap = right - BETWEEN_COLUMNS / 2;
        double head = MARGIN + PADDING + 8;
        shapes.add(new Arrow(List.of(
                new Point(start, leftEnd + 4),
                new Point(start, below),
                new Point(gap, below),
                new Point(gap, head),
                new Point(right - 4, head))));
        shapes.add(new Words(start + 16, below - 10, last.onward(), Face.NOTE));
    }

    private double card(double x, double y, Hop hop) {
        List<String> lines =
                hop.lines().stream().flatMap(line -> wrap(line).stream()).toList();
        long labels =
                hop.hashes().stream().filter(hash -> !hash.label().isEmpty()).count();
        double hashes = hop.hashes().isEmpty() ? 0 : 8 + hop.hashes().size() * HASH_LINE + labels * LABEL_LINE;
        double height = PADDING + TITLE_LINE + lines.size() * BODY_LINE + hashes + PADDING - 8;
        shapes.add(new Box(x, y, CARD, height, hop.tone()));
        double base = y + PADDING + 12;
        shapes.add(new Words(x + PADDING, base, hop.title(), Face.TITLE));
        base += TITLE_LINE;
        for (String line : lines) {
            shapes.add(new Words(x + PADDING, base, line, Face.BODY));
            base += BODY_LINE;
        }
        base += 4;
        for (Hop.Hash hash : hop.hashes()) {
            if (!hash.label().isEmpty()) {
                shapes.add(new Words(x + PADDING, base + 4, hash.label(), Face.NOTE));
                base += LABEL_LINE;
            }
            shapes.add(new Words(x + PADDING, base, hash.text(), Face.HASH));
            base += HASH_LINE;
        }
        return y + height;
    }

    /** Breaks a line at spaces; a longer word is cut. */
    static List<String> wrap(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String rest = word;
            while (rest.length() > LETTERS) {
                flush(lines, line);
                lines.add(rest.substring(0, LETTERS));
                rest = rest.substring(LETTERS);
            }
            if (line.length() + 1 + rest.length() > LETTERS) {
                flush(lines, line);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        flush(lines, line);
        return lines;
    }

    private static void flush(List<String> lines, StringBuilder line) {
        if (!line.isEmpty()) {
            lines.add(line.toString());
            line.setLength(0);
        }
    }
}
