package org.trialseal.app.ui.studies;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Buttons;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.AnchorProgress;
import org.trialseal.app.work.AnchorWatch.Fault;
import org.trialseal.app.work.KeptStudy.Contents;
import org.trialseal.app.work.KeptStudy.KeptSeal;
import org.trialseal.app.work.Safe;
import org.trialseal.core.seal.Statement;

/** One seal in a study's timeline: its number, what it holds, the chips of its anchor, and what can be done with it. */
final class SealLine {
    private static final int CHIP_ICON = 14;

    private final Words words;
    private final List<SealAction> actions;

    SealLine(Words words, List<SealAction> actions) {
        this.words = words;
        this.actions = actions;
    }

    HBox of(KeptSeal seal, List<Fault> faults) {
        Statement statement = seal.statement();
        long number = statement.place().seal();
        Label disc = new Label(Long.toString(number));
        disc.getStyleClass().add("heading");
        StackPane round = new StackPane(disc);
        round.getStyleClass().add("seal-number");
        String title = statement.title().isEmpty() ? "" : ": " + Safe.text(statement.title());
        VBox text = new VBox(
                4,
                Labels.of("heading", Safe.text(statement.milestone()) + title),
                Labels.of("muted", contents(seal.contents())),
                Labels.of("muted", words.of("studies.claimed", words.moment(statement.claimedTime()))),
                chips(seal, number));
        for (Fault fault : faults) {
            String who = fault.calendar().isEmpty() ? "" : Safe.text(fault.calendar()) + ": ";
            text.getChildren().add(Labels.of("body", words.of("studies.fault", who + Safe.text(fault.reason()))));
        }
        if (!actions.isEmpty()) {
            text.getChildren().add(actions(seal, number));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(16, round, text);
        line.setId("seal-" + number);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private FlowPane actions(KeptSeal seal, long number) {
        FlowPane buttons = new FlowPane(8, 8);
        buttons.getStyleClass().add("seal-actions");
        for (SealAction action : actions) {
            Button button = Buttons.quiet(action.id() + "-" + number, action.text());
            button.setAccessibleText(words.of("studies.action", action.text(), number));
            button.setOnAction(event -> action.action().accept(seal));
            buttons.getChildren().add(button);
        }
        return buttons;
    }

    private String contents(Contents contents) {
        List<String> parts = new ArrayList<>();
        if (contents.datasets() > 0) {
            parts.add(words.count("studies.datasets", contents.datasets()));
        }
        if (contents.logs() > 0) {
            parts.add(words.count("studies.logs", contents.logs()));
        }
        if (contents.hasData()) {
            parts.add(words.count("studies.records", contents.records()));
        }
        if (contents.documents() > 0) {
            parts.add(words.count("studies.documents", contents.documents()));
        }
        return String.join(" · ", parts);
    }

    private FlowPane chips(KeptSeal seal, long number) {
        FlowPane chips = new FlowPane(8, 8);
        chips.setId("anchor-" + number);
        chips.setAlignment(Pos.CENTER_LEFT);
        if (seal.anchor().isEmpty()) {
            chips.getChildren().add(chip(Icon.WARNING, "failed", words.of("studies.anchor.damaged")));
            return chips;
        }
        AnchorProgress anchor = seal.anchor().get();
        long block = anchor.block().orElse(0);
        switch (anchor.step()) {
            case NONE -> chips.getChildren().add(chip(Icon.OPEN, "open", words.of("studies.anchor.none")));
            case PENDING -> chips.getChildren().add(chip(Icon.OPEN, "open", words.of("studies.anchor.pending")));
            case OVERDUE -> chips.getChildren().add(chip(Icon.WARNING, "open", words.of("studies.anchor.overdue")));
            case NAMED ->
                chips.getChildren()
                        .addAll(
                                chip(Icon.OPEN, "open", words.of("studies.anchor.block", block)),
                                chip(Icon.OPEN, "open", words.of("studies.anchor.unlinked")));
            case PRACTICE ->
                chips.getChildren().addAll(chip(Icon.SAMPLE, "", words.of("studies.anchor.practice", block)));
            default -> confirmed(chips, anchor, block);
        }
        return chips;
    }

    private void confirmed(FlowPane chips, AnchorProgress anchor, long block) {
        chips.getChildren().add(chip(Icon.PASSED, "passed", words.of("studies.anchor.block", block)));
        if (anchor.confirmations() > 0) {
            chips.getChildren()
                    .add(chip(Icon.PASSED, "passed", words.count("studies.anchor.deep", anchor.confirmations())));
        }
        if (anchor.step() == AnchorProgress.Step.LINKED) {
            chips.getChildren().add(chip(Icon.PASSED, "passed", words.of("studies.anchor.linked")));
        }
        anchor.notAfter()
                .ifPresent(day -> chips.getChildren().add(Labels.of("muted", words.of("studies.anchor.day", day))));
    }

    private static Label chip(Icon icon, String styleClass, String text) {
        Label chip = new Label(text, icon.node(CHIP_ICON, "icon-" + styleClass));
        chip.getStyleClass().add("chip");
        if (!styleClass.isEmpty()) {
            chip.getStyleClass().add(styleClass);
        }
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }
}
