package org.trialseal.app.ui.part;

import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

/** A digest or a path: it can be selected and copied, by mouse and by keyboard, but not changed; what is long goes on below. */
public final class Selectable extends TextArea {
    /** The caret's width and what rounding takes. */
    private static final double SPARE = 3;

    private static final double USUAL_WIDTH = 480;

    /**
     * @param id of the node
     * @param text what is shown
     * @param name what a screen reader says before it
     */
    public Selectable(String id, String text, String name) {
        super(text);
        setId(id);
        setEditable(false);
        setWrapText(true);
        setMaxHeight(USE_PREF_SIZE);
        setAccessibleText(name);
        getStyleClass().addAll("digest", "selectable");
        fontProperty().addListener((value, before, font) -> requestLayout());
        Tabs.leave(this);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return USUAL_WIDTH;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Text lines = new Text(getText());
        lines.setFont(getFont());
        double room = width > 0 ? width : getWidth() > 0 ? getWidth() : USUAL_WIDTH;
        lines.setWrappingWidth(Math.max(1, room - SPARE));
        double edges = snappedTopInset() + snappedBottomInset();
        return Math.ceil(lines.getLayoutBounds().getHeight()) + edges + SPARE;
    }
}
