package org.trialseal.app.certificate;

/**
 * How text is set.
 *
 * @param size in points
 * @param ink 0xRRGGBB
 */
record Style(boolean bold, float size, int ink) {
    static final int TEXT = 0x18212c;
    static final int MUTED = 0x525f6d;
    static final int ACCENT = 0x33489f;

    private static final float LEADING = 1.34f;

    static Style plain(float size) {
        return new Style(false, size, TEXT);
    }

    static Style muted(float size) {
        return new Style(false, size, MUTED);
    }

    static Style bold(float size) {
        return new Style(true, size, TEXT);
    }

    Style in(int other) {
        return new Style(bold, size, other);
    }

    /** From one line to the next, in points. */
    float leading() {
        return size * LEADING;
    }
}
