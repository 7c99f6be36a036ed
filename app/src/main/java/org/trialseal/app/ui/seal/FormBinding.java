package org.trialseal.app.ui.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.control.RadioButton;
import org.trialseal.app.ui.part.Styles;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.SealRegister;
import org.trialseal.core.seal.Network;

/** Binds the questions about a seal to what is answered. */
final class FormBinding {
    private final FormView view;
    private final SealForm form;
    private final ObservableList<SealRegister.Known> known;
    private final Words words;

    FormBinding(Words words, FormView view, SealForm form, ObservableList<SealRegister.Known> known) {
        this.words = words;
        this.view = view;
        this.form = form;
        this.known = known;
        bindTexts();
        view.retain.selectedProperty().bindBidirectional(form.retain);
        view.anchor.selectedProperty().bindBidirectional(form.anchor);
        choosing(view.bitcoin, Network.BITCOIN);
        choosing(view.practice, Network.PRACTICE);
        form.network.addListener((value, before, network) -> network(network));
        form.anchor.addListener((value, before, wanted) -> leaves());
        form.previous.addListener((value, before, chosen) -> follow());
        view.previous.setOnAction(event -> choose());
        known.addListener((javafx.beans.Observable list) -> offer());
        offer();
        follow();
        network(form.network.get());
    }

    /** The arrow keys choose without an action: what counts is what is selected. */
    private void choosing(RadioButton button, Network network) {
        button.selectedProperty().addListener((value, before, selected) -> {
            if (selected) {
                form.network.set(network);
            }
        });
    }

    private void bindTexts() {
        Bindings.bindBidirectional(view.study.textProperty(), form.study);
        Bindings.bindBidirectional(view.studyTitle.textProperty(), form.studyTitle);
        Bindings.bindBidirectional(view.sponsor.textProperty(), form.sponsor);
        Bindings.bindBidirectional(view.registry.textProperty(), form.registry);
        Bindings.bindBidirectional(view.milestone.getEditor().textProperty(), form.milestone);
        Bindings.bindBidirectional(view.title.textProperty(), form.title);
        Bindings.bindBidirectional(view.folder.textProperty(), form.folder);
        Bindings.bindBidirectional(view.passphrase.textProperty(), form.passphrase);
        Bindings.bindBidirectional(view.again.textProperty(), form.again);
    }

    private void offer() {
        List<String> lines = new ArrayList<>(List.of(words.of("seal.previous.none")));
        for (SealRegister.Known seal : known) {
            lines.add(words.of(
                    "seal.previous.known",
                    Safe.text(seal.statement().study().id()),
                    seal.statement().place().seal(),
                    Safe.text(seal.statement().milestone())));
        }
        view.previous.getItems().setAll(lines);
        view.previous
                .getSelectionModel()
                .select(form.previous.get().map(seal -> known.indexOf(seal) + 1).orElse(0));
        view.previous.setDisable(known.isEmpty());
    }

    private void choose() {
        int index = view.previous.getSelectionModel().getSelectedIndex() - 1;
        form.previous.set(index >= 0 && index < known.size() ? Optional.of(known.get(index)) : Optional.empty());
    }

    /** What a seal before decides cannot be answered again. */
    private void follow() {
        boolean first = form.isFirst();
        view.study.setDisable(!first);
        view.bitcoin.setDisable(!first);
        view.practice.setDisable(!first);
        Styles.show(view.againField, first);
        view.passphraseHint.setText(first ? words.of("seal.passphrase.fresh") : words.of("seal.passphrase.existing"));
    }

    private void network(Network network) {
        view.bitcoin.setSelected(network == Network.BITCOIN);
        view.practice.setSelected(network == Network.PRACTICE);
        leaves();
    }

    private void leaves() {
        view.leaves.setText(
                form.network.get() == Network.PRACTICE
                        ? words.of("seal.leaves.practice")
                        : form.anchor.get() ? words.of("seal.leaves.bitcoin") : words.of("seal.leaves.nothing"));
    }
}
