package org.trialseal.app.ui.studies;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.AnchorProgress;
import org.trialseal.app.work.AnchorProgress.Step;
import org.trialseal.core.bitcoin.AttestationPolicy;

/** The chips of an anchor: what is reached, and in plain words what comes next. Green is only what is proven. */
final class AnchorChips {
    private static final int ICON = 14;

    private final Words words;

    AnchorChips(Words words) {
        this.words = words;
    }

    FlowPane of(Optional<AnchorProgress> anchor) {
        FlowPane chips = new FlowPane(8, 8);
        chips.setAlignment(Pos.CENTER_LEFT);
        if (anchor.isEmpty()) {
            chips.getChildren().add(chip(Icon.WARNING, "failed", words.of("studies.anchor.damaged")));
        } else {
            fill(chips, anchor.get());
        }
        return chips;
    }

    private void fill(FlowPane chips, AnchorProgress anchor) {
        long block = anchor.block().orElse(0);
        switch (anchor.step()) {
            case NONE -> chips.getChildren().add(open(words.of("studies.anchor.none")));
            case PENDING ->
                chips.getChildren()
                        .addAll(open(words.of("studies.anchor.pending")), next(words.of("studies.next.block")));
            case OVERDUE -> chips.getChildren().add(chip(Icon.WARNING, "failed", words.of("studies.anchor.overdue")));
            case NAMED -> named(chips, anchor, block);
            case REFUTED ->
                chips.getChildren()
                        .addAll(
                                open(words.of("studies.anchor.block", block)),
                                chip(Icon.FAILED, "failed", words.of("studies.anchor.refuted")));
            case PRACTICE -> chips.getChildren().add(chip(Icon.SAMPLE, "", words.of("studies.anchor.practice", block)));
            default -> confirmed(chips, anchor, block);
        }
    }

    private void named(FlowPane chips, AnchorProgress anchor, long block) {
        chips.getChildren().add(open(words.of("studies.anchor.block", block)));
        long wanted = AttestationPolicy.MINIMUM_BLOCKS_ON_TOP;
        if (anchor.confirmations() > 0 && anchor.confirmations() < wanted) {
            chips.getChildren()
                    .addAll(
                            open(words.of("studies.anchor.shallow", anchor.confirmations(), wanted)),
                            next(words.of("studies.next.depth")));
        } else {
            chips.getChildren()
                    .addAll(open(words.of("studies.anchor.unlinked")), next(words.of("studies.next.headers")));
        }
    }

    private void confirmed(FlowPane chips, AnchorProgress anchor, long block) {
        chips.getChildren().add(passed(words.of("studies.anchor.block", block)));
        if (anchor.confirmations() > 0) {
            chips.getChildren().add(passed(words.count("studies.anchor.deep", anchor.confirmations())));
        }
        if (anchor.step() == Step.LINKED) {
            chips.getChildren().add(passed(words.of("studies.anchor.linked")));
        }
        anchor.notAfter().ifPresent(day -> chips.getChildren().add(next(words.of("studies.anchor.day", day))));
        if (anchor.step() == Step.CONFIRMED) {
            chips.getChildren().add(next(words.of("studies.next.checkpoint")));
        }
    }

    private static Label next(String text) {
        return Labels.of("muted", text);
    }

    private static Label open(String text) {
        return chip(Icon.OPEN, "open", text);
    }

    private static Label passed(String text) {
        return chip(Icon.PASSED, "passed", text);
    }

    static Label chip(Icon icon, String styleClass, String text) {
        Label chip = new Label(text, icon.node(ICON, "icon-" + styleClass));
        chip.getStyleClass().add("chip");
        if (!styleClass.isEmpty()) {
            chip.getStyleClass().add(styleClass);
        }
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }
}
