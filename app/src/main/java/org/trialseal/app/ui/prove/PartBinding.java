package org.trialseal.app.ui.prove;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.trialseal.app.ui.part.Styles;
import org.trialseal.app.ui.prove.PartModel.What;
import org.trialseal.app.ui.words.Words;

/** Binds what is to be shown of one thing to its line. */
final class PartBinding {
    final PartView view;
    private final Words words;
    private final PartModel model;
    private boolean open;

    PartBinding(Words words, int number, PartModel model) {
        this.words = words;
        this.model = model;
        view = new PartView(words, number, model);
        view.what.getItems().setAll(model.choices().stream().map(this::word).toList());
        view.what.setDisable(model.choices().size() < 2);
        view.what.setOnAction(event -> model.what.set(
                model.choices().get(Math.max(0, view.what.getSelectionModel().getSelectedIndex()))));
        view.choose.setOnAction(event -> {
            open = !open;
            show();
        });
        view.only.setOnAction(event -> model.allFields.set(!view.only.isSelected()));
        Bindings.bindBidirectional(view.rows.textProperty(), model.rows);
        model.what.addListener((value, before, what) -> show());
        model.allFields.addListener((value, before, all) -> show());
        model.fields.addListener((Observable set) -> show());
        show();
    }

    private String word(What what) {
        switch (what) {
            case SUBJECTS:
                return words.of("prove.what.subjects");
            case RECORDS:
                return words.of("prove.what.records");
            case EVERYTHING:
                return model.isTable() ? words.of("prove.what.everything") : words.of("prove.what.document");
            default:
                return words.of("prove.what.nothing");
        }
    }

    private void show() {
        view.what.getSelectionModel().select(model.choices().indexOf(model.what.get()));
        boolean shown = model.isTable() && model.what.get() != What.NOTHING;
        Styles.show(view.fieldLine, shown);
        Styles.show(view.fieldChoice, shown && open);
        Styles.show(view.records, model.what.get() == What.RECORDS);
        if (model.what.get() == What.RECORDS && view.records.getChildren().isEmpty()) {
            view.records(conditions());
        }
        if (open && view.columns.getChildren().isEmpty()) {
            model.part().columns().forEach(column -> view.columns.getChildren().add(box(column)));
        }
        view.only.setSelected(!model.allFields.get());
        view.choose.setText(open ? words.of("prove.fields.close") : words.of("prove.fields.choose"));
        int columns = model.part().columns().size();
        view.fields.setText(
                model.allFields.get()
                        ? words.of("prove.fields.all", columns)
                        : words.of("prove.fields.some", model.chosenFields().size(), columns));
    }

    /** Choosing the first field means to choose fields. */
    private CheckBox box(String column) {
        CheckBox box = view.column(column);
        box.setSelected(model.fields.contains(column));
        box.setOnAction(event -> {
            model.field(column, box.isSelected());
            if (box.isSelected()) {
                model.allFields.set(false);
            }
        });
        return box;
    }

    private Node[] conditions() {
        List<Node> lines = new ArrayList<>();
        for (PartModel.Condition condition : model.conditions) {
            ComboBox<String> column = new ComboBox<>();
            column.getItems().setAll(model.part().columns());
            Bindings.bindBidirectional(column.valueProperty(), condition.column);
            TextField value = new TextField();
            Bindings.bindBidirectional(value.textProperty(), condition.value);
            lines.add(view.condition(lines.size(), column, value));
        }
        return lines.toArray(Node[]::new);
    }
}
