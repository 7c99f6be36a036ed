package org.trialseal.app.ui.prove;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Buttons;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;

/** One dataset, log or document in the list of what can be shown: how much of it, which records, which fields. */
final class PartView {
    private static final double CHOICE = 220;

    final VBox line;
    final ComboBox<String> what = new ComboBox<>();
    final VBox records = new VBox(12);
    final HBox fieldLine;
    final Label fields = Labels.of("body");
    final Button choose;
    final VBox fieldChoice = new VBox(12);
    final CheckBox only;
    final FlowPane columns = new FlowPane(24, 8);
    final TextField rows = new TextField();
    private final String id;
    private final Words words;

    /** @param number makes the ids of its nodes */
    PartView(Words words, int number, PartModel model) {
        this.words = words;
        id = "prove-part-" + number;
        String name = Safe.text(model.part().name());
        what.setId(id + "-what");
        what.setAccessibleText(words.of("prove.part.what", name));
        what.setPrefWidth(CHOICE);
        what.setMinWidth(Region.USE_PREF_SIZE);
        choose = Buttons.quiet(id + "-fields", words.of("prove.fields.choose"));
        only = new CheckBox(words.of("prove.fields.only"));
        only.setId(id + "-only");
        columns.setId(id + "-columns");
        fields.setId(id + "-chosen");
        fieldLine = new HBox(8, Labels.of("strong", words.of("prove.fields")), fields, choose);
        fieldLine.setAlignment(Pos.CENTER_LEFT);
        fieldChoice.getChildren().setAll(only, columns);
        rows.setId(id + "-rows");
        rows.setPromptText(words.of("prove.records.rows.example"));
        VBox text = new VBox(2, Labels.of("heading", name), Labels.of("muted", facts(model)));
        HBox head = new HBox(
                16, (model.isTable() ? Icon.TABLE : Icon.FILE).node(22, "icon-accent"), Parts.wide(text), what);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox details = new VBox(8, records, fieldLine, fieldChoice);
        details.getStyleClass().add("part-details");
        line = new VBox(12, head, details);
        line.getStyleClass().add("part-line");
        line.setId(id);
    }

    private String facts(PartModel model) {
        String facts;
        switch (model.part().kind()) {
            case DOCUMENT:
                facts = words.of("prove.part.document");
                break;
            case LOG:
                facts = words.of("prove.part.log", model.part().records());
                break;
            default:
                facts = model.hasSubjects()
                        ? words.of(
                                "prove.part.dataset",
                                model.part().records(),
                                model.part().subjects())
                        : words.of("prove.part.ungrouped", model.part().records());
        }
        return model.part().atHand()
                ? facts
                : facts + ". "
                        + words.of("prove.part.missing", Safe.text(model.part().source()));
    }

    /** A box for each column. */
    CheckBox column(String name) {
        CheckBox box = new CheckBox(Safe.text(name));
        box.setId(id + "-field-" + name.replaceAll("[^A-Za-z0-9_-]", "_"));
        box.setMnemonicParsing(false);
        return box;
    }

    /** The questions for records: a line for each value, and their numbers. */
    void records(Node... conditions) {
        records.getChildren()
                .setAll(
                        Labels.of("strong", words.of("prove.records.title")),
                        Labels.of("muted body", words.of("prove.records.hint")));
        records.getChildren().addAll(conditions);
        records.getChildren().add(Parts.named(words.of("prove.records.rows"), rows));
    }

    /** A column and the value that it shall have. */
    HBox condition(int number, ComboBox<String> column, TextField value) {
        column.setId(id + "-column-" + number);
        column.setAccessibleText(words.of("prove.records.column"));
        column.setPrefWidth(CHOICE);
        value.setId(id + "-value-" + number);
        value.setAccessibleText(words.of("prove.records.value"));
        value.setPromptText(words.of("prove.records.value"));
        HBox condition = new HBox(8, column, new Label("="), Parts.wide(value));
        condition.setAlignment(Pos.CENTER_LEFT);
        return condition;
    }
}
