package org.trialseal.app.certificate;

import java.io.IOException;

/** The shapes of the three results: a disc with a tick, a square with a cross, a ring with a question mark. */
final class Shape {
    private static final int WHITE = 0xffffff;

    private Shape() {}

    /**
     * Draws one.
     *
     * @param x of its left edge
     * @param y of its lower edge
     * @param side of the square around it
     */
    static void draw(Pen pen, Tone tone, float x, float y, float side) throws IOException {
        float thickness = side / 9;
        switch (tone) {
            case PASSED:
                pen.disc(x + side / 2, y + side / 2, side / 2, tone.ink());
                pen.line(
                        thickness,
                        WHITE,
                        x + side * 0.28f,
                        y + side * 0.5f,
                        x + side * 0.44f,
                        y + side * 0.34f,
                        x + side * 0.73f,
                        y + side * 0.65f);
                break;
            case FAILED:
                pen.box(x, y, side, side, tone.ink());
                pen.line(thickness, WHITE, x + side * 0.29f, y + side * 0.29f, x + side * 0.71f, y + side * 0.71f);
                pen.line(thickness, WHITE, x + side * 0.29f, y + side * 0.71f, x + side * 0.71f, y + side * 0.29f);
                break;
            default:
                pen.disc(x + side / 2, y + side / 2, side / 2, WHITE);
                pen.ring(x + side / 2, y + side / 2, side / 2 - thickness / 2, thickness, tone.ink());
                Style mark = new Style(true, side * 0.68f, tone.ink());
                pen.text(x + side / 2 - mark.size() * 0.242f, y + side * 0.26f, mark, "?");
        }
    }
}
