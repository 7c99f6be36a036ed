package org.trialseal.app.ui.trail;

import java.util.List;

/**
 * A picture as a value: what it shows, where, in pixels from the top left. It can be shown in a window and written as SVG.
 *
 * @param description all of it in words, for screen readers
 */
record Drawing(double width, double height, String description, List<Shape> shapes) {
    Drawing {
        shapes = List.copyOf(shapes);
    }

    /** One thing that is drawn. */
    sealed interface Shape {}

    /** A rounded box. */
    record Box(double x, double y, double width, double height, Tone tone) implements Shape {}

    /** An arrow along points, with its head at the last. */
    record Arrow(List<Point> points) implements Shape {
        Arrow {
            points = List.copyOf(points);
        }
    }

    /** One line of text; {@code y} is its base line. */
    record Words(double x, double y, String text, Face face) implements Shape {}

    /** A place. */
    record Point(double x, double y) {}

    /** What a box says by its colour, beside its words. */
    enum Tone {
        PLAIN("plain"),
        PASSED("passed"),
        OPEN("open");

        private final String styleClass;

        Tone(String styleClass) {
            this.styleClass = styleClass;
        }

        String styleClass() {
            return styleClass;
        }
    }

    /** How text is set. */
    enum Face {
        TITLE("drawing-title", 15),
        BODY("drawing-body", 13),
        NOTE("drawing-note", 12),
        HASH("drawing-hash", 10.5);

        private final String styleClass;
        private final double size;

        Face(String styleClass, double size) {
            this.styleClass = styleClass;
            this.size = size;
        }

        String styleClass() {
            return styleClass;
        }

        double size() {
            return size;
        }
    }
}
