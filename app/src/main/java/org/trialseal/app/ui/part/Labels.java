package org.trialseal.app.ui.part;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Makes text that wraps instead of ending in dots. */
public final class Labels {
    private Labels() {}

    /** Text in the style of a class of the sheet: {@code display}, {@code title}, {@code heading}, {@code body} ... */
    public static Label of(String styleClass, String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styleClass.split(" "));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** The same, to be filled later. */
    public static Label of(String styleClass) {
        return of(styleClass, "");
    }
}
