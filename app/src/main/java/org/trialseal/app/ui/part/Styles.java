package org.trialseal.app.ui.part;

import javafx.scene.Node;

/** Puts style classes on nodes and takes them off. */
public final class Styles {
    private Styles() {}

    /** Has {@code node} wear a class exactly when {@code worn}. */
    public static void set(Node node, String styleClass, boolean worn) {
        if (!worn) {
            node.getStyleClass().remove(styleClass);
        } else if (!node.getStyleClass().contains(styleClass)) {
            node.getStyleClass().add(styleClass);
        }
    }

    /** Shows a node, or takes it out of sight and out of the layout. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
