package org.trialseal.app.ui.prove;

import org.trialseal.app.ui.prove.PreviewModel.Lacking;
import org.trialseal.app.ui.prove.PreviewModel.Refused;
import org.trialseal.app.ui.prove.PreviewModel.Shown;
import org.trialseal.app.ui.prove.PreviewModel.Working;
import org.trialseal.app.ui.words.Words;
import org.trialseal.core.evidence.EvidenceFolder;

/** Binds the preview, and the button that depends on it. */
final class PreviewBinding {
    private final Words words;
    private final ProveView view;
    private final ProveModel model;
    private final PreviewTeller teller;

    PreviewBinding(Words words, ProveView view, ProveModel model) {
        this.words = words;
        this.view = view;
        this.model = model;
        teller = new PreviewTeller(words);
        model.preview().stateProperty().addListener((value, before, state) -> show(state));
        show(model.preview().stateProperty().get());
    }

    private void show(PreviewModel.State state) {
        view.save.setDisable(!(state instanceof Shown));
        if (state instanceof Shown shown) {
            model.folder().ifPresent(folder -> show(shown, folder));
        } else if (state instanceof Working working) {
            view.preview.working();
            view.estimate.setText("");
            working.job()
                    .readingProperty()
                    .addListener((value, before, reading) ->
                            view.preview.bar.setProgress(reading.fraction().orElse(-1)));
        } else if (state instanceof Refused refused) {
            view.preview.refused(refused.trouble());
            view.estimate.setText("");
        } else if (state instanceof Lacking lacking) {
            view.preview.lacks(lack(lacking.lack()));
            view.estimate.setText("");
        }
    }

    private void show(Shown shown, EvidenceFolder folder) {
        view.preview.shown(
                teller.sum(shown.preview()),
                teller.shown(shown.preview(), folder),
                teller.hidden(shown.preview()),
                shown.preview().tables());
        view.estimate.setText(
                words.of("prove.save.estimate", teller.size(shown.preview().length())));
    }

    private String lack(ProofWish.Lack lack) {
        switch (lack) {
            case FIELDS:
                return words.of("prove.lack.fields");
            case RECORDS:
                return words.of("prove.lack.records");
            default:
                return words.of("prove.lack.everything");
        }
    }
}
