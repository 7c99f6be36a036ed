package org.trialseal.app.ui.part;

import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What the key Tab does in a field of several lines. */
public final class Tabs {
    private Tabs() {}

    /** Has Tab lead on to the next control, as everywhere else, instead of into the text. */
    public static void leave(TextArea lines) {
        lines.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                event.consume();
                lines.fireEvent(new KeyEvent(
                        lines,
                        lines,
                        KeyEvent.KEY_PRESSED,
                        "",
                        "",
                        KeyCode.TAB,
                        event.isShiftDown(),
                        true,
                        false,
                        false));
            }
        });
    }
}
