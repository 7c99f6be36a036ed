package org.trialseal.app.ui.prove;

import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.trialseal.app.ui.part.Buttons;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Styles;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;

/** The card that asks for subjects: a search, a list of any length, and the chosen ones. */
final class SubjectsView {
    private static final double LINE = 40;
    private static final int LINES = 5;
    private static final int ICON = 18;

    final VBox card;
    final TextField search = new TextField();
    final ListView<Integer> list = new ListView<>();
    final Label found = Parts.label("prove-found", "muted", "");
    final Label count = Parts.label("prove-count", "strong", "");
    final FlowPane chosen = new FlowPane(8, 8);
    final Button all;
    final ProgressBar bar = new ProgressBar(-1);
    private final VBox counting;
    private final VBox known;
    private final VBox none;
    private final VBox failed = new VBox();
    private final Words words;

    SubjectsView(Words words) {
        this.words = words;
        search.setId("prove-search");
        search.setPromptText(words.of("prove.subjects.search"));
        search.setAccessibleText(words.of("prove.subjects.search"));
        all = Buttons.quiet("prove-all-found", words.of("prove.subjects.all"));
        chosen.setId("prove-chosen");
        chosen.setAlignment(Pos.CENTER_LEFT);
        list.setId("prove-subjects");
        list.setAccessibleText(words.of("prove.subjects.list"));
        list.setFixedCellSize(LINE);
        list.setPlaceholder(Labels.of("muted", words.of("prove.subjects.empty")));
        list.getStyleClass().add("subjects");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words.of("prove.subjects.counting"));
        counting = new VBox(8, Labels.of("body", words.of("prove.subjects.counting")), bar);
        none = new VBox(Labels.of("body", words.of("prove.subjects.none")));
        HBox line = new HBox(16, Parts.wide(search), all);
        line.setAlignment(Pos.CENTER_LEFT);
        known = new VBox(
                12,
                Labels.of("muted body", words.of("prove.subjects.hint")),
                line,
                list,
                found,
                new VBox(8, count, chosen));
        card = Parts.card(Labels.of("title", words.of("prove.subjects.title")), counting, known, none, failed);
    }

    /** How many lines the list has room for. */
    void room(int subjects) {
        double height = LINE * Math.max(1, Math.min(LINES, subjects)) + 4;
        list.setPrefHeight(height);
        list.setMinHeight(height);
        list.setMaxHeight(height);
    }

    void counting() {
        show(counting);
    }

    void known() {
        show(known);
    }

    void none() {
        show(none);
    }

    void failed(javafx.scene.Node trouble) {
        failed.getChildren().setAll(trouble);
        show(failed);
    }

    private void show(VBox part) {
        for (VBox one : new VBox[] {counting, known, none, failed}) {
            Styles.show(one, one == part);
        }
    }

    /** A chosen subject, which a press lets go. */
    Button chip(String identifier) {
        Button chip = new Button(Safe.text(identifier), Icon.CLOSE.node(14));
        chip.getStyleClass().addAll("chip", "subject-chip");
        chip.setMnemonicParsing(false);
        chip.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        chip.setAccessibleText(words.of("prove.subjects.drop", Safe.text(identifier)));
        return chip;
    }

    /** Shows a subject in each line of the list; a click or the space bar chooses it. */
    void lines(SubjectsModel model, IntConsumer toggle) {
        list.setCellFactory(view -> new Line(model, toggle));
        list.setOnKeyPressed(event -> {
            Integer subject = list.getFocusModel().getFocusedItem();
            if (subject != null && (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER)) {
                toggle.accept(subject);
                event.consume();
            }
        });
    }

    private final class Line extends ListCell<Integer> {
        private final SubjectsModel model;
        private final FontIcon box = Icon.UNCHECKED.node(ICON);
        private final FontIcon checked = Icon.CHECKED.node(ICON, "icon-accent");
        private final Label identifier = new Label();
        private final Label records = new Label();
        private final HBox line;

        Line(SubjectsModel model, IntConsumer toggle) {
            this.model = model;
            records.getStyleClass().add("muted");
            identifier.setMaxWidth(Double.MAX_VALUE);
            line = new HBox(12, box, Parts.wide(identifier), records);
            line.setAlignment(Pos.CENTER_LEFT);
            setOnMouseClicked(event -> {
                if (getItem() != null) {
                    toggle.accept(getItem());
                }
            });
        }

        @Override
        protected void updateItem(Integer subject, boolean empty) {
            super.updateItem(subject, empty);
            if (empty || subject == null) {
                setGraphic(null);
                return;
            }
            boolean isChosen = model.chosen().contains(model.identifier(subject));
            String name = Safe.text(model.identifier(subject));
            String many = words.count("prove.subjects.records", model.records(subject));
            identifier.setText(name);
            records.setText(many);
            line.getChildren().set(0, isChosen ? checked : box);
            setAccessibleText(
                    isChosen ? words.of("prove.subject.is", name, many) : words.of("prove.subject.isnot", name, many));
            setGraphic(line);
        }
    }
}
