package org.trialseal.app.ui.part;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A large card that is pressed like a button, and whose text wraps, as a button's would not. */
public final class ActionCard extends VBox {
    private Runnable action = () -> {};

    /**
     * @param id of the node
     * @param name what a screen reader says
     * @param content what is shown
     */
    public ActionCard(String id, String name, Node... content) {
        super(12, content);
        setId(id);
        getStyleClass().add("action-card");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(name);
        setMinHeight(Region.USE_PREF_SIZE);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                action.run();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                action.run();
            }
        });
    }

    /** What happens when it is pressed. */
    public void onAction(Runnable pressed) {
        action = pressed;
    }

    @Override
    public void executeAccessibleAction(AccessibleAction wanted, Object... parameters) {
        if (wanted == AccessibleAction.FIRE) {
            action.run();
        } else {
            super.executeAccessibleAction(wanted, parameters);
        }
    }
}
