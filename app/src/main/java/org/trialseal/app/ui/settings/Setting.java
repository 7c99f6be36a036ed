package org.trialseal.app.ui.settings;

import java.util.Arrays;
import java.util.List;
import org.trialseal.app.work.Configuration;

/** The program's settings that the screen offers, in its order. Those that this version does not have are left out. */
enum Setting {
    DATA(Configuration.DATA, "settings.data", Shape.FOLDER),
    CALENDARS(Configuration.CALENDARS, "settings.calendars", Shape.LINES),
    QUORUM(Configuration.QUORUM, "settings.quorum", Shape.NUMBER),
    TIMEOUT(Configuration.TIMEOUT, "settings.timeout", Shape.NUMBER),
    NODE("node.rpc", "settings.node", Shape.LINE),
    NODE_LOGIN("node.rpc.login", "settings.login", Shape.LINE),
    ELECTRUM("electrum", "settings.electrum", Shape.LINE),
    ESPLORA("esplora", "settings.esplora", Shape.LINE),
    PROXY("proxy", "settings.proxy", Shape.LINE);

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

    /** Those that this version has. */
    static List<Setting> known() {
        return Arrays.stream(values())
                .filter(setting -> Configuration.knows(setting.key))
                .toList();
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
