package org.trialseal.app.ui.part;

import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A line that opens to show more. What it shows is made when it is first opened. */
public final class Expander extends VBox {
    private final BooleanProperty expanded = new SimpleBooleanProperty();
    private final StackPane arrow = new StackPane();
    private final HBox line;
    private final Supplier<Node> more;
    private @Nullable Node body;

    /**
     * @param id of the line, which takes the focus
     * @param name what a screen reader says of the line
     * @param head what the line shows
     * @param more makes what is shown when it is open
     */
    public Expander(String id, String name, Node head, Supplier<Node> more) {
        this.more = more;
        line = new Line(head);
        line.setId(id);
        line.getStyleClass().add("expander-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setFocusTraversable(true);
        line.setMaxWidth(Double.MAX_VALUE);
        line.setAccessibleRole(AccessibleRole.TITLED_PANE);
        line.setAccessibleText(name);
        line.setOnMouseClicked(event -> {
            line.requestFocus();
            expanded.set(!expanded.get());
        });
        line.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        expanded.addListener((value, before, open) -> show(open));
        getStyleClass().add("expander");
        getChildren().add(line);
        show(false);
    }

    private final class Line extends HBox {
        Line(Node head) {
            super(16, head, arrow);
            HBox.setHgrow(head, Priority.ALWAYS);
            if (head instanceof Region region) {
                region.setMaxWidth(Double.MAX_VALUE);
            }
        }

        @Override
        public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return attribute == AccessibleAttribute.EXPANDED
                    ? (Object) expanded.get()
                    : super.queryAccessibleAttribute(attribute, parameters);
        }

        @Override
        public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
            if (action == AccessibleAction.EXPAND || action == AccessibleAction.COLLAPSE) {
                expanded.set(action == AccessibleAction.EXPAND);
            } else {
                super.executeAccessibleAction(action, parameters);
            }
        }
    }

    private void onKey(KeyEvent event) {
        boolean toggle = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
        if (toggle || event.getCode() == (expanded.get() ? KeyCode.LEFT : KeyCode.RIGHT)) {
            expanded.set(!expanded.get());
            event.consume();
        }
    }

    private void show(boolean open) {
        arrow.getChildren().setAll((open ? Icon.EXPANDED : Icon.COLLAPSED).node(20));
        if (open && body == null) {
            body = more.get();
            getChildren().add(body);
        }
        if (body != null) {
            Styles.show(body, open);
        }
        line.notifyAccessibleAttributeChanged(AccessibleAttribute.EXPANDED);
    }

    /** Puts something beside the line, a button for instance. */
    public void beside(Node end) {
        HBox.setHgrow(line, Priority.ALWAYS);
        HBox both = new HBox(4, end);
        both.setAlignment(Pos.CENTER_LEFT);
        getChildren().set(0, both);
        both.getChildren().add(0, line);
    }

    /** Whether it is open. */
    public BooleanProperty expandedProperty() {
        return expanded;
    }
}
