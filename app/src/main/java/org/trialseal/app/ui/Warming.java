package org.trialseal.app.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.trialseal.app.ui.part.Labels;

/**
 * Makes and draws one of each control outside the window, one at a time while nobody waits, once the first screen stands.
 * The first screen that has many of them would otherwise load, style and draw them all at one go, and the window would not
 * answer meanwhile.
 */
final class Warming {
    private static final Duration BREATH = Duration.millis(60);

    private final StackPane stage = new StackPane();
    private final Scene scene = new Scene(stage);
    private final PauseTransition pause = new PauseTransition(BREATH);
    private final Deque<Supplier<Node>> parts = new ArrayDeque<>(List.of(
            () -> letters("caption"),
            () -> letters("heading"),
            () -> letters("title"),
            () -> letters("digest"),
            TextField::new,
            () -> new ScrollPane(new Label("-")),
            Warming::choice,
            () -> new CheckBox("-"),
            () -> new RadioButton("-"),
            PasswordField::new,
            () -> new ProgressBar(-1),
            () -> new ProgressIndicator(-1),
            Warming::list,
            Warming::table));

    /** For what will be shown in a scene that looks as {@code window} does. */
    Warming(Scene window) {
        scene.getStylesheets().setAll(window.getStylesheets());
        pause.setOnFinished(event -> next());
    }

    /** Begins, on the interface thread. */
    void begin() {
        pause.playFromStart();
    }

    /** Ends before all were made. */
    void end() {
        parts.clear();
    }

    private void next() {
        if (!parts.isEmpty()) {
            stage.getChildren().setAll(parts.remove().get());
            scene.snapshot(null);
            pause.playFromStart();
        }
    }

    /** Letters are drawn once for each size and kind. */
    private static Node letters(String kind) {
        return Labels.of(kind, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:-");
    }

    private static Node choice() {
        ComboBox<String> choice = new ComboBox<>();
        choice.setEditable(true);
        return choice;
    }

    private static Node list() {
        ListView<String> list = new ListView<>();
        list.getItems().add("-");
        return list;
    }

    private static Node table() {
        TableView<String> table = new TableView<>();
        table.getColumns().add(new TableColumn<>("-"));
        table.getItems().add("-");
        return table;
    }
}
