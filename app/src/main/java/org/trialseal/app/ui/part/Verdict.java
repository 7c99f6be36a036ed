package org.trialseal.app.ui.part;

import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;
import org.trialseal.app.ui.words.Words;
import org.trialseal.core.verify.Result;

/** The three results as they look everywhere: a word, a shape and a colour each. */
public enum Verdict {
    PASSED(Icon.PASSED, "passed"),
    FAILED(Icon.FAILED, "failed"),
    INDETERMINATE(Icon.OPEN, "open");

    private static final int CHIP_ICON = 14;

    private final Icon icon;
    private final String styleClass;

    Verdict(Icon icon, String styleClass) {
        this.icon = icon;
        this.styleClass = styleClass;
    }

    /** How a result looks. */
    public static Verdict of(Result result) {
        return valueOf(result.name());
    }

    /** The style class that colours a surface: {@code passed}, {@code failed}, {@code open}. */
    public String styleClass() {
        return styleClass;
    }

    /** Its shape, in its colour. */
    public FontIcon icon(int size) {
        return icon.node(size, "icon-" + styleClass);
    }

    /** Its word. */
    public String word(Words words) {
        switch (this) {
            case PASSED:
                return words.of("part.verdict.passed");
            case FAILED:
                return words.of("part.verdict.failed");
            default:
                return words.of("part.verdict.open");
        }
    }

    /** A chip with its shape and its word. */
    public Label chip(Words words) {
        Label chip = new Label(word(words), icon(CHIP_ICON));
        chip.getStyleClass().addAll("chip", styleClass);
        chip.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return chip;
    }
}
