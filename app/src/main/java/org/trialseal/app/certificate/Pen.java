package org.trialseal.app.certificate;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws on one page, in points from its lower left corner. */
final class Pen {
    private static final float FULL = 255f;
    /** Control points of a quarter of a circle, as a part of its radius. */
    private static final float ROUND = 0.5523f;

    private final PDPageContentStream out;
    private final Typeface face;

    Pen(PDPageContentStream out, Typeface face) {
        this.out = out;
        this.face = face;
    }

    /** Something to be drawn. */
    @FunctionalInterface
    interface Stroke {
        void with(Pen pen) throws IOException;
    }

    void text(float x, float y, Style style, String shown) throws IOException {
        fill(style.ink());
        out.beginText();
        out.setFont(face.font(style), style.size());
        out.newLineAtOffset(x, y);
        out.showText(shown);
        out.endText();
    }

    void box(float x, float y, float width, float height, int ink) throws IOException {
        fill(ink);
        out.addRect(x, y, width, height);
        out.fill();
    }

    void frame(float x, float y, float width, float height, float thickness, int ink) throws IOException {
        stroke(ink, thickness);
        out.addRect(x, y, width, height);
        out.stroke();
    }

    /** A line through points, given as x and y in turn. */
    void line(float thickness, int ink, float... points) throws IOException {
        stroke(ink, thickness);
        out.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            out.lineTo(points[i], points[i + 1]);
        }
        out.stroke();
    }

    void disc(float x, float y, float radius, int ink) throws IOException {
        fill(ink);
        circle(x, y, radius);
        out.fill();
    }

    void ring(float x, float y, float radius, float thickness, int ink) throws IOException {
        stroke(ink, thickness);
        circle(x, y, radius);
        out.stroke();
    }

    private void circle(float x, float y, float radius) throws IOException {
        float pull = radius * ROUND;
        out.moveTo(x + radius, y);
        out.curveTo(x + radius, y + pull, x + pull, y + radius, x, y + radius);
        out.curveTo(x - pull, y + radius, x - radius, y + pull, x - radius, y);
        out.curveTo(x - radius, y - pull, x - pull, y - radius, x, y - radius);
        out.curveTo(x + pull, y - radius, x + radius, y - pull, x + radius, y);
        out.closePath();
    }

    /** Squares of one colour, as one shape: so there are no seams between them. */
    void squares(float x, float y, float side, boolean[][] rows, int ink) throws IOException {
        fill(ink);
        for (int row = 0; row < rows.length; row++) {
            int column = 0;
            while (column < rows[row].length) {
                int end = column;
                while (end < rows[row].length && rows[row][end]) {
                    end++;
                }
                if (end > column) {
                    out.addRect(x + column * side, y - (row + 1) * side, (end - column) * side, side);
                }
                column = Math.max(end, column + 1);
            }
        }
        out.fill();
    }

    private void fill(int ink) throws IOException {
        out.setNonStrokingColor((ink >> 16 & 0xff) / FULL, (ink >> 8 & 0xff) / FULL, (ink & 0xff) / FULL);
    }

    private void stroke(int ink, float thickness) throws IOException {
        out.setStrokingColor((ink >> 16 & 0xff) / FULL, (ink >> 8 & 0xff) / FULL, (ink & 0xff) / FULL);
        out.setLineWidth(thickness);
        out.setLineCapStyle(1);
        out.setLineJoinStyle(1);
    }
}
