package org.trialseal.app.ui.seal;

import java.util.List;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.input.Inputs;
import org.trialseal.core.evidence.SealItem;

/** Says whether it can be sealed, and if not, what is missing first. */
final class Readiness {
    private final Words words;
    private final SealModel model;

    Readiness(Words words, SealModel model) {
        this.words = words;
        this.model = model;
    }

    boolean isReady() {
        return model.items().isPresent() && model.form().lacks().isEmpty();
    }

    /** What will happen, or what is missing. */
    String sentence() {
        boolean refused =
                model.inputs().stream().anyMatch(input -> input.stateProperty().get() instanceof InputModel.Refused);
        if (refused) {
            return words.of("seal.lack.refused");
        }
        if (model.items().isEmpty()) {
            return words.of("seal.lack.reading");
        }
        List<SealForm.Lack> lacks = model.form().lacks();
        return lacks.isEmpty()
                ? words.of(
                        "seal.ready",
                        model.form().number(),
                        model.form().study.get().strip())
                : lack(lacks.get(0));
    }

    private String lack(SealForm.Lack lack) {
        switch (lack) {
            case STUDY:
                return words.of("seal.lack.study");
            case TOO_LONG:
                return words.of("seal.lack.long");
            case MILESTONE:
                return words.of("seal.lack.milestone");
            case FOLDER:
                return words.of("seal.lack.folder");
            case PASSPHRASE:
                return words.of("seal.lack.passphrase");
            default:
                return words.of("seal.lack.again");
        }
    }

    /** How much there is to be sealed. */
    String counts() {
        String files = words.count("seal.files", model.inputs().size());
        long records = model.items().map(Inputs::records).orElse(0L);
        return records == 0 ? files : files + "  ·  " + words.count("seal.records", records);
    }

    /** How much is in these. */
    static String of(Words words, List<SealItem> items) {
        long records = Inputs.records(items);
        String files = words.count("seal.files", items.size());
        return records == 0 ? files : files + "  ·  " + words.count("seal.records", records);
    }
}
