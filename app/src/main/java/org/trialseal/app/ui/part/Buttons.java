package org.trialseal.app.ui.part;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes buttons. A screen has one primary button at most. */
public final class Buttons {
    private static final int ICON = 18;
    private static final double QUIET_PADDING = 12;

    private Buttons() {}

    /** The one thing to do on a screen. */
    public static Button primary(String id, String text) {
        return styled(id, text, "primary");
    }

    /** Something else that can be done. */
    public static Button plain(String id, String text) {
        return styled(id, text, "plain");
    }

    /** Something that can be done and is seldom wanted. */
    public static Button quiet(String id, String text) {
        return styled(id, text, "quiet");
    }

    /** A button that shows an icon only; {@code name} is read by screen readers and shown as a tip. */
    public static Button icon(String id, Icon icon, String name) {
        Button button = styled(id, "", "quiet");
        button.setGraphic(icon.node(ICON));
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        return button;
    }

    /** Puts an icon before a button's text. */
    public static Button with(Icon icon, Button button) {
        FontIcon graphic = icon.node(ICON);
        button.setGraphic(graphic);
        button.setGraphicTextGap(8);
        return button;
    }

    /** Lets a quiet button at the right edge of a line end where the line ends, with its text or its icon. */
    public static <T extends Region> T atEnd(T node) {
        HBox.setMargin(node, new Insets(0, -QUIET_PADDING, 0, 0));
        return node;
    }

    private static Button styled(String id, String text, String styleClass) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add(styleClass);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
