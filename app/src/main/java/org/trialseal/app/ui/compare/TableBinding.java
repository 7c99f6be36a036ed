package org.trialseal.app.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.compare.ComparisonLine;
import org.trialseal.app.work.compare.ComparisonLine.Kind;
import org.trialseal.app.work.compare.ComparisonLines;
import org.trialseal.app.work.compare.LineChoice.Order;

/** Binds the table of what differs to its model. */
final class TableBinding {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final Duration TYPING = Duration.millis(250);

    private final Words words;
    private final LinesView view;
    private final TableModel model;
    private final LineWords lineWords;
    private final PauseTransition typing = new PauseTransition(TYPING);
    private boolean showing;

    TableBinding(Words words, LinesView view, TableModel model) {
        this.words = words;
        this.view = view;
        this.model = model;
        this.lineWords = new LineWords(words);
        List<Kind> kinds = model.kinds();
        filter(view.kind, kinds, lineWords::kind, model.kind);
        filter(view.field, model.fields(), name -> name, model.field);
        filter(view.dataset, model.datasets(), name -> name, model.dataset);
        view.room(model.size());
        view.several(model.datasets().size() > 1);
        view.limit.setText(model.isCutShort() ? words.of("compare.limit", ComparisonLines.MOST) : "");
        bindText();
        bindTable();
        view.clear.setOnAction(event -> clear());
        view.copy.setOnAction(event -> copy());
        model.shownProperty().addListener((value, before, lines) -> show());
        model.choosingProperty().addListener((value, before, choosing) -> count());
        show();
    }

    private <T> void filter(
            ComboBox<String> combo, List<T> values, Function<T, String> name, ObjectProperty<Optional<T>> chosen) {
        List<String> names = new ArrayList<>(List.of(words.of("compare.filter.all")));
        values.forEach(value -> names.add(name.apply(value)));
        combo.getItems().setAll(names);
        combo.getSelectionModel().select(0);
        combo.getSelectionModel().selectedIndexProperty().addListener((value, before, index) -> {
            int place = index.intValue() - 1;
            chosen.set(place < 0 ? Optional.empty() : Optional.of(values.get(place)));
        });
    }

    private void bindText() {
        typing.setOnFinished(event -> model.text.set(view.text.getText()));
        view.text.textProperty().addListener((value, before, text) -> typing.playFromStart());
        view.text.setOnAction(event -> {
            typing.stop();
            model.text.set(view.text.getText());
        });
        view.text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                view.table.requestFocus();
                view.table.getSelectionModel().selectFirst();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE && !view.text.getText().isEmpty()) {
                clear();
                event.consume();
            }
        });
    }

    private void bindTable() {
        view.table.setSortPolicy(table -> {
            if (!showing) {
                sort();
            }
            return true;
        });
        new SelectionLimit(view.table, TableModel.MOST_SELECTED, this::limited);
        view.table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
    }

    private void limited() {
        view.count.setText(words.of("compare.selected.most", TableModel.MOST_SELECTED));
    }

    private void sort() {
        Optional<TableColumn<ComparisonLine, ?>> column =
                view.table.getSortOrder().stream().findFirst();
        model.sort(
                column.map(view::order).orElse(Order.PLACE),
                column.map(TableColumn::getSortType).equals(Optional.of(SortType.DESCENDING)));
    }

    private void clear() {
        view.text.clear();
        typing.stop();
        view.kind.getSelectionModel().select(0);
        view.field.getSelectionModel().select(0);
        view.dataset.getSelectionModel().select(0);
        model.clear();
        view.text.requestFocus();
    }

    private void show() {
        // Looking for a selected line among all would read them all.
        view.table.getSelectionModel().clearSelection();
        // The table forgets what it is sorted by when it is given other lines.
        List<TableColumn<ComparisonLine, ?>> sorted = List.copyOf(view.table.getSortOrder());
        showing = true;
        view.table.setItems(model.shownProperty().get());
        view.table.getSortOrder().setAll(sorted);
        showing = false;
        view.table.scrollTo(0);
        count();
    }

    private void count() {
        int shown = model.shownProperty().get().size();
        if (model.choosingProperty().get()) {
            view.count.setText(words.of("compare.choosing"));
        } else if (model.isFiltered()) {
            view.count.setText(words.of("compare.count.some", shown, model.size()));
        } else {
            view.count.setText(words.count("compare.count", shown));
        }
        view.clear.setDisable(!model.isFiltered());
    }

    private void copy() {
        List<Integer> places = List.copyOf(view.table.getSelectionModel().getSelectedIndices());
        ClipboardContent content = new ClipboardContent();
        content.putString(lineWords.copied(model.at(places)));
        Clipboard.getSystemClipboard().setContent(content);
    }

    void close() {
        typing.stop();
    }
}
