package org.trialseal.app.ui.prove;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.part.TroubleText;

/** Small nodes that several views of this screen have. */
final class Parts {
    private static final int ICON = 20;

    private Parts() {}

    /** A label with an id. */
    static Label label(String id, String styleClass, String text) {
        Label label = Labels.of(styleClass, text);
        label.setId(id);
        return label;
    }

    /** A control with its name above it. */
    static VBox named(String name, Control control) {
        Label label = Labels.of("strong", name);
        label.setLabelFor(control);
        control.setAccessibleText(name);
        return new VBox(6, label, control);
    }

    /** An icon and words beside it, on a coloured ground. */
    static HBox note(Node icon, String styleClass, Node... words) {
        VBox text = new VBox(4, words);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox note = new HBox(12, icon, text);
        note.setAlignment(Pos.TOP_LEFT);
        note.getStyleClass().addAll("said", styleClass);
        return note;
    }

    /** What went wrong, and what to do. */
    static HBox trouble(String id, Trouble trouble) {
        VBox detail = TroubleText.of(id, trouble);
        return note(Icon.FAILED.node(ICON, "icon-failed"), "failed", label(id, "heading", trouble.title()), detail);
    }

    /** A card. */
    static VBox card(Node... parts) {
        VBox card = new VBox(parts);
        card.getStyleClass().add("card");
        return card;
    }

    /** Takes the width that is left. */
    static <N extends Node> N wide(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }
}
