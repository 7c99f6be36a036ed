package org.trialseal.app.ui.part;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** A place that asks for a file: to be dropped on the window, or to be chosen with the button. */
public final class DropArea {
    private static final double WORDS = 520;

    private final VBox root;
    private final Button choose;

    /**
     * @param id id of the button
     * @param title what to drop
     * @param hint what becomes of it
     * @param button what the button says
     */
    public DropArea(String id, String title, String hint, String button) {
        Label what = Labels.of("title", title);
        Label then = Labels.of("muted body", hint);
        what.setTextAlignment(TextAlignment.CENTER);
        then.setTextAlignment(TextAlignment.CENTER);
        then.setMaxWidth(WORDS);
        choose = Buttons.primary(id, button);
        root = new VBox(Icon.DROP.node(40, "icon-accent"), what, then, choose);
        root.getStyleClass().add("drop-area");
        root.setAlignment(Pos.CENTER);
        root.setMinHeight(Region.USE_PREF_SIZE);
        root.widthProperty()
                .addListener((value, before, width) -> Styles.set(root, "narrow", width.doubleValue() < WORDS));
    }

    /** The node to show. */
    public VBox root() {
        return root;
    }

    /** The button that lets choose. */
    public Button choose() {
        return choose;
    }
}
