package org.trialseal.app.ui.part;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Shows below the title of a failure what to do, what exactly happened, and English words where they tell more. */
public final class TroubleText {
    private TroubleText() {}

    /**
     * The text.
     *
     * @param id the line that opens the English words is called {@code id-original}
     */
    public static VBox of(String id, Trouble trouble) {
        VBox text = new VBox(4, Labels.of("body", trouble.advice()));
        addExactly(text, id, trouble);
        return text;
    }

    /** Adds what exactly happened to what is said already. */
    public static void addExactly(VBox text, String id, Trouble trouble) {
        if (!trouble.detail().isEmpty()) {
            text.getChildren().add(Labels.of("muted body", trouble.detail()));
        }
        trouble.original().ifPresent(original -> text.getChildren().add(expander(id, original)));
    }

    private static Node expander(String id, Trouble.Original original) {
        return new Expander(
                id + "-original",
                original.name(),
                Labels.of("muted", original.name()),
                () -> Labels.of("digest", original.text()));
    }
}
