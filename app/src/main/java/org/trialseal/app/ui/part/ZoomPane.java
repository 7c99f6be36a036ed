package org.trialseal.app.ui.part;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/** Shows something larger than itself: the wheel zooms at the pointer, dragging and the arrow keys move. */
public final class ZoomPane extends Pane {
    private static final double LEAST = 0.25;

    /** Below this text is too small. */
    private static final double READABLE = 0.6;

    private static final double MOST = 4;
    private static final double STEP = 1.2;
    private static final double MOVE = 48;

    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private final Translate place = new Translate();
    private final Region content;
    private double grabbedX;
    private double grabbedY;
    private boolean fitted = true;

    /** Shows {@code content}, at its preferred size; {@code name} is what a screen reader says. */
    public ZoomPane(Region content, String name) {
        this.content = content;
        Scale scale = new Scale();
        scale.xProperty().bind(zoom);
        scale.yProperty().bind(zoom);
        content.getTransforms().setAll(place, scale);
        getChildren().setAll(content);
        getStyleClass().add("zoom-pane");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        addEventHandler(ScrollEvent.SCROLL, this::onScroll);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::onGrab);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onDrag);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (fitted) {
            fit();
        }
    }

    /** How much larger than itself the content is shown. */
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    /** Shows all of the content, in the middle; or its head across the whole width, where all would be too small to read. */
    public void fit() {
        fitted = true;
        double width = content.getPrefWidth();
        double height = content.getPrefHeight();
        double all = Math.min(getWidth() / width, getHeight() / height);
        double fitting = all < READABLE ? getWidth() / width : all;
        zoom.set(Math.max(LEAST, Math.min(1, fitting)));
        place.setX(Math.max(0, (getWidth() - width * zoom.get()) / 2));
        place.setY(Math.max(0, (getHeight() - height * zoom.get()) / 2));
    }

    /** Shows it larger. */
    public void larger() {
        zoomAt(STEP, getWidth() / 2, getHeight() / 2);
    }

    /** Shows it smaller. */
    public void smaller() {
        zoomAt(1 / STEP, getWidth() / 2, getHeight() / 2);
    }

    private void zoomAt(double factor, double x, double y) {
        fitted = false;
        double before = zoom.get();
        double after = Math.max(LEAST, Math.min(MOST, before * factor));
        zoom.set(after);
        place.setX(x - (x - place.getX()) * after / before);
        place.setY(y - (y - place.getY()) * after / before);
    }

    private void onScroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            zoomAt(event.getDeltaY() > 0 ? STEP : 1 / STEP, event.getX(), event.getY());
        }
        event.consume();
    }

    private void onGrab(MouseEvent event) {
        requestFocus();
        grabbedX = event.getX() - place.getX();
        grabbedY = event.getY() - place.getY();
    }

    private void onDrag(MouseEvent event) {
        move(event.getX() - grabbedX, event.getY() - grabbedY);
    }

    private void move(double x, double y) {
        fitted = false;
        place.setX(x);
        place.setY(y);
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> larger();
            case MINUS, SUBTRACT -> smaller();
            case DIGIT0, NUMPAD0 -> fit();
            case LEFT -> move(place.getX() + MOVE, place.getY());
            case RIGHT -> move(place.getX() - MOVE, place.getY());
            case UP -> move(place.getX(), place.getY() + MOVE);
            case DOWN -> move(place.getX(), place.getY() - MOVE);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** What is shown. */
    public Node content() {
        return content;
    }
}
