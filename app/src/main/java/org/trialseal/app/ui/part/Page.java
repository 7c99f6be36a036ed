package org.trialseal.app.ui.part;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A screen's ground: one column of a comfortable width, in the middle, that scrolls when the window is low. */
public final class Page {
    /** Below this width, in pixels, a page has narrow margins. */
    public static final double NARROW = 720;

    /** A comfortable width for text, in pixels. */
    public static final double COLUMN = 920;

    private final VBox column = new VBox();
    private final ScrollPane scroll;

    /** A page with these parts below each other. */
    public Page(Node... parts) {
        column.getStyleClass().add("page");
        column.setMaxWidth(COLUMN);
        column.getChildren().setAll(parts);
        StackPane middle = new StackPane(column);
        StackPane.setAlignment(column, Pos.TOP_CENTER);
        scroll = new ScrollPane(middle);
        scroll.getStyleClass().add("page-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.widthProperty()
                .addListener((value, before, width) -> Styles.set(column, "narrow", width.doubleValue() < NARROW));
    }

    /** The node to show. */
    public ScrollPane root() {
        return scroll;
    }

    /** The column, to change its parts. */
    public VBox column() {
        return column;
    }

    /** The same page with a wider column, for tables and pictures. */
    public Page wide() {
        column.setMaxWidth(Double.MAX_VALUE);
        return this;
    }
}
