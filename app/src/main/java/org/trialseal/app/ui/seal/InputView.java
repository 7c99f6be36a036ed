package org.trialseal.app.ui.seal;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Buttons;
import org.trialseal.app.ui.part.Expander;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Styles;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;

/** One file in the list: what it is on one line, and below it how it is read. */
final class InputView {
    private static final int ICON = 20;

    final Expander root;
    final Button remove;
    final ComboBox<String> as;
    final VBox body = new VBox(16);
    private final Label summary = Labels.of("muted");
    private final HBox mark = new HBox();
    private final String id;
    private final Words words;

    /** @param number of the file in the list, from 0 */
    InputView(Words words, int number, String name) {
        this.words = words;
        id = "seal-file-" + number;
        remove = Buttons.icon(id + "-remove", Icon.CLOSE, words.of("seal.file.remove", Safe.text(name)));
        as = new ComboBox<>();
        as.setId(id + "-as");
        as.setAccessibleText(words.of("seal.file.as"));
        as.getItems().setAll(words.of("seal.file.as.records"), words.of("seal.file.as.document"));
        summary.setId(id + "-summary");
        VBox text = new VBox(2, Labels.of("heading", Safe.text(name)), summary);
        HBox.setHgrow(text, Priority.ALWAYS);
        mark.setAlignment(Pos.CENTER);
        mark.setMinWidth(ICON);
        HBox head = new HBox(16, mark, text);
        head.setAlignment(Pos.CENTER_LEFT);
        body.getStyleClass().add("mending");
        root = new Expander(id, Safe.text(name), head, () -> body);
        root.beside(remove);
    }

    String id() {
        return id;
    }

    void reading() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(ICON, ICON);
        turning.setMinSize(ICON, ICON);
        mark.getChildren().setAll(turning);
        say(words.of("seal.file.reading"), false);
    }

    void understood(String line, boolean document) {
        mark.getChildren().setAll((document ? Icon.FILE : Icon.TABLE).node(ICON, "icon-accent"));
        say(line, false);
    }

    void refused(Trouble trouble) {
        mark.getChildren().setAll(Icon.FAILED.node(ICON, "icon-failed"));
        say(trouble.title(), true);
    }

    private void say(String line, boolean failed) {
        summary.setText(line);
        Styles.set(summary, "problem", failed);
    }

    /** A control with its name above it. */
    static VBox named(String name, Node control) {
        Label label = Labels.of("strong", name);
        label.setLabelFor(control);
        return new VBox(6, label, control);
    }
}
