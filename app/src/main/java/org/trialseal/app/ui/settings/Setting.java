package org.trialseal.app.ui.settings;

import org.trialseal.app.work.Configuration;

/** The program's settings that the screen offers, in its order. */
enum Setting {
    DATA(Configuration.DATA, "settings.data", Shape.FOLDER),
    CALENDARS(Configuration.CALENDARS, "settings.calendars", Shape.LINES),
    QUORUM(Configuration.QUORUM, "settings.quorum", Shape.NUMBER),
    TIMEOUT(Configuration.TIMEOUT, "settings.timeout", Shape.NUMBER),
    NODE(Configuration.NODE_RPC, "settings.node", Shape.LINE),
    NODE_LOGIN(Configuration.NODE_LOGIN, "settings.login", Shape.LINE),
    NODE_REST(Configuration.NODE_REST, "settings.rest", Shape.LINE),
    ELECTRUM(Configuration.ELECTRUM, "settings.electrum", Shape.LINE),
    ESPLORA(Configuration.ESPLORA, "settings.esplora", Shape.LINE),
    PROXY(Configuration.PROXY, "settings.proxy", Shape.LINE);

    private final String key;
    private final String words;
    private final Shape shape;

    /** What a value looks like. */
    enum Shape {
        FOLDER,
        /** Words, one a line. */
        LINES,
        NUMBER,
        LINE
    }

    Setting(String key, String words, Shape shape) {
        this.key = key;
        this.words = words;
        this.shape = shape;
    }

    /** Its name in the file. */
    String key() {
        return key;
    }

    /** The key of its label; with {@code .hint} that of a sentence about it. */
    String words() {
        return words;
    }

    Shape shape() {
        return shape;
    }

    /** The largest number; the smallest is 1. */
    int most() {
        return this == QUORUM ? 16 : 600;
    }
}
