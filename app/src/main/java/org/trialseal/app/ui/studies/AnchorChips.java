package org.trialseal.app.ui.studies;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.anchor.AnchorProgress;
import org.trialseal.app.work.anchor.AnchorProgress.Step;
import org.trialseal.core.bitcoin.AttestationPolicy;

/** The chips of an anchor: what is reached, and in plain words what comes next. Green is only what is proven. */
final class AnchorChips {
    private static final int ICON = 14;
    private static final long DEEP = AttestationPolicy.MINIMUM_BLOCKS_ON_TOP;

    private final Words words;

    AnchorChips(Words words) {
        this.words = words;
    }

    /** The chips of an anchor, and below them what comes next. */
    VBox of(Optional<AnchorProgress> anchor) {
        FlowPane chips = new FlowPane(8, 8);
        chips.setAlignment(Pos.CENTER_LEFT);
        VBox all = new VBox(4, chips);
        if (anchor.isEmpty()) {
            chips.getChildren().add(chip(Icon.WARNING, "failed", words.of("studies.anchor.damaged")));
        } else {
            reached(chips, anchor.get());
            next(anchor.get()).ifPresent(text -> all.getChildren().add(Labels.of("muted", text)));
        }
        return all;
    }

    private void reached(FlowPane chips, AnchorProgress anchor) {
        long block = anchor.block().orElse(0);
        switch (anchor.step()) {
            case NONE -> chips.getChildren().add(open(words.of("studies.anchor.none")));
            case PENDING -> chips.getChildren().add(open(words.of("studies.anchor.pending")));
            case OVERDUE -> chips.getChildren().add(chip(Icon.WARNING, "failed", words.of("studies.anchor.overdue")));
            case NAMED ->
                chips.getChildren()
                        .addAll(
                                open(words.of("studies.anchor.block", block)),
                                open(
                                        isShallow(anchor)
                                                ? words.of("studies.anchor.shallow", anchor.confirmations(), DEEP)
                                                : words.of("studies.anchor.unlinked")));
            case REFUTED ->
                chips.getChildren()
                        .addAll(
                                open(words.of("studies.anchor.block", block)),
                                chip(Icon.FAILED, "failed", words.of("studies.anchor.refuted")));
            case PRACTICE -> chips.getChildren().add(chip(Icon.SAMPLE, "", words.of("studies.anchor.practice", block)));
            default -> confirmed(chips, anchor, block);
        }
    }

    private static boolean isShallow(AnchorProgress anchor) {
        return anchor.confirmations() > 0 && anchor.confirmations() < DEEP;
    }

    private void confirmed(FlowPane chips, AnchorProgress anchor, long block) {
        chips.getChildren().add(passed(words.of("studies.anchor.block", block)));
        if (anchor.confirmations() > 0) {
            chips.getChildren().add(passed(words.count("studies.anchor.deep", anchor.confirmations())));
        }
        if (anchor.step() == Step.LINKED) {
            chips.getChildren().add(passed(words.of("studies.anchor.linked")));
        }
        anchor.notAfter()
                .ifPresent(day -> chips.getChildren().add(Labels.of("muted", words.of("studies.anchor.day", day))));
    }

    private Optional<String> next(AnchorProgress anchor) {
        switch (anchor.step()) {
            case PENDING:
                return Optional.of(words.of("studies.next.block"));
            case NAMED:
                return Optional.of(
                        isShallow(anchor) ? words.of("studies.next.depth") : words.of("studies.next.headers"));
            case CONFIRMED:
                return Optional.of(words.of("studies.next.checkpoint"));
            default:
                return Optional.empty();
        }
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
