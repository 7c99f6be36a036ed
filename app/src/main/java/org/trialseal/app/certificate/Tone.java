package org.trialseal.app.certificate;

import org.trialseal.core.verify.Result;

/** The three results as they look on paper: a shape and colours each. A word always stands beside them. */
enum Tone {
    PASSED(0x11683f, 0xe9f6ef, 0xa9d9c0),
    FAILED(0xb3241b, 0xfdeeec, 0xf2bab4),
    OPEN(0x835500, 0xfff6de, 0xe8cd8e);

    private final int ink;
    private final int ground;
    private final int line;

    Tone(int ink, int ground, int line) {
        this.ink = ink;
        this.ground = ground;
        this.line = line;
    }

    static Tone of(Result result) {
        switch (result) {
            case PASSED:
                return PASSED;
            case FAILED:
                return FAILED;
            default:
                return OPEN;
        }
    }

    /** Of words and shapes, as 0xRRGGBB; at least 4.5 to 1 on {@link #ground} and on white. */
    int ink() {
        return ink;
    }

    /** Of the surface behind. */
    int ground() {
        return ground;
    }

    /** Of its border. */
    int line() {
        return line;
    }
}
