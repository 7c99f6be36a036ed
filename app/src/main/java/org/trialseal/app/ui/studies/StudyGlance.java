package org.trialseal.app.ui.studies;

import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.layout.FlowPane;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.anchor.AnchorProgress.Step;
import org.trialseal.app.work.study.KeptStudy;
import org.trialseal.core.seal.Network;

/** How a study stands, on its closed card: what is missing first, then what is waiting. */
final class StudyGlance {
    private final Words words;

    StudyGlance(Words words) {
        this.words = words;
    }

    FlowPane of(KeptStudy kept) {
        FlowPane chips = new FlowPane(8, 8);
        chips.setAlignment(Pos.CENTER_LEFT);
        if (kept.last().statement().network() == Network.PRACTICE) {
            chips.getChildren().add(AnchorChips.chip(Icon.SAMPLE, "", words.of("studies.practice")));
        }
        broken(chips, "studies.glance.gaps", kept.gaps().size());
        broken(chips, "studies.glance.forks", kept.forks().size());
        long troubled = count(kept, step -> step == Step.OVERDUE || step == Step.REFUTED);
        if (troubled > 0) {
            chips.getChildren()
                    .add(AnchorChips.chip(Icon.WARNING, "failed", words.count("studies.glance.trouble", troubled)));
        }
        long none = count(kept, step -> step == Step.NONE);
        if (none > 0) {
            chips.getChildren().add(AnchorChips.chip(Icon.OPEN, "open", words.count("studies.glance.none", none)));
        }
        long waiting = count(kept, step -> step == Step.PENDING || step == Step.NAMED);
        if (waiting > 0) {
            chips.getChildren()
                    .add(AnchorChips.chip(Icon.OPEN, "open", words.count("studies.glance.waiting", waiting)));
        }
        if (isFirm(kept)) {
            chips.getChildren().add(AnchorChips.chip(Icon.PASSED, "passed", words.of("studies.glance.firm")));
        }
        return chips;
    }

    /** Whether every seal of the ledger is here and in a block that counts. */
    static boolean isFirm(KeptStudy kept) {
        long firm = count(kept, step -> step == Step.CONFIRMED || step == Step.LINKED);
        return kept.isUnbroken() && firm == kept.seals().size();
    }

    private void broken(FlowPane chips, String key, int count) {
        if (count > 0) {
            chips.getChildren().add(AnchorChips.chip(Icon.WARNING, "failed", words.count(key, count)));
        }
    }

    private static long count(KeptStudy kept, Predicate<Step> wanted) {
        return kept.seals().stream()
                .filter(seal -> seal.anchor()
                        .filter(anchor -> wanted.test(anchor.step()))
                        .isPresent())
                .count();
    }
}
