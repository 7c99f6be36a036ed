package org.trialseal.app.ui.part;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The head of a screen: what it is, and one sentence about it. */
public final class Header extends VBox {
    /** A head with its title and its sentence. */
    public Header(String title, String sentence) {
        super(8, Labels.of("display", title), Labels.of("lead", sentence));
    }

    /** A head with something above its title, the way back for instance. */
    public Header(Node above, String title, String sentence) {
        this(title, sentence);
        getChildren().add(0, above);
    }
}
