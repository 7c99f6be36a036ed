package org.trialseal.app.ui.prove;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.trialseal.app.ui.part.Buttons;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Styles;
import org.trialseal.app.ui.prove.CensusModel.Counting;
import org.trialseal.app.ui.prove.CensusModel.Failed;
import org.trialseal.app.ui.prove.CensusModel.Known;
import org.trialseal.app.ui.words.Words;

/** Binds the search for subjects and the chosen ones. */
final class SubjectsBinding {
    /** The most chosen ones that are shown by name. */
    private static final int CHIPS = 12;

    private final Words words;
    private final SubjectsView view;
    private final SubjectsModel model;

    SubjectsBinding(Words words, SubjectsView view, SubjectsModel model, CensusModel census) {
        this.words = words;
        this.view = view;
        this.model = model;
        Bindings.bindBidirectional(view.search.textProperty(), model.search);
        view.lines(model, model::toggle);
        view.list.setItems(model.matches());
        view.search.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        view.all.setOnAction(event -> model.chooseFound());
        model.matches().addListener((Observable list) -> found());
        model.chosen().addListener((Observable set) -> chosen());
        census.stateProperty().addListener((value, before, state) -> show(state));
        show(census.stateProperty().get());
        chosen();
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            model.chooseFirst();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN && !model.matches().isEmpty()) {
            view.list.requestFocus();
            view.list.getSelectionModel().select(0);
            view.list.getFocusModel().focus(0);
            event.consume();
        }
    }

    private void show(CensusModel.State state) {
        if (state instanceof Counting counting) {
            view.counting();
            counting.job()
                    .readingProperty()
                    .addListener((value, before, reading) ->
                            view.bar.setProgress(reading.fraction().orElse(-1)));
        } else if (state instanceof Known known) {
            view.known();
            view.room(known.subjects());
            found();
        } else if (state instanceof Failed failed) {
            view.failed(Parts.trouble("prove-census-trouble", failed.trouble()));
        } else {
            view.none();
        }
    }

    private void found() {
        view.found.setText(words.of("prove.subjects.found", model.matches().size(), model.size()));
        Styles.show(view.all, model.canChooseFound());
    }

    private void chosen() {
        int many = model.chosen().size();
        view.count.setText(many == 0 ? words.of("prove.subjects.nobody") : words.count("prove.subjects.chosen", many));
        view.chosen.getChildren().clear();
        model.chosen().stream().limit(CHIPS).map(this::chip).forEach(view.chosen.getChildren()::add);
        if (many > CHIPS) {
            view.chosen.getChildren().add(Labels.of("muted", words.of("prove.subjects.more", many - CHIPS)));
        }
        if (many > 1) {
            Button clear = Buttons.quiet("prove-clear", words.of("prove.subjects.clear"));
            clear.setOnAction(event -> model.chosen().clear());
            view.chosen.getChildren().add(clear);
        }
        Styles.show(view.chosen, many > 0);
        view.list.refresh();
    }

    private Node chip(String identifier) {
        Button chip = view.chip(identifier);
        chip.setOnAction(event -> {
            model.chosen().remove(identifier);
            view.search.requestFocus();
        });
        return chip;
    }
}
