package org.trialseal.app.ui.studies;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Buttons;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.study.KeptStudy.Contents;
import org.trialseal.app.work.study.KeptStudy.KeptSeal;
import org.trialseal.core.seal.Statement;

/** One seal in a study's timeline: its number, what it holds, the chips of its anchor, and what can be done with it. */
final class SealLine {
    private final Words words;
    private final List<SealAction> actions;

    SealLine(Words words, List<SealAction> actions) {
        this.words = words;
        this.actions = actions;
    }

    /**
     * The line.
     *
     * @param help what is said loudly of the anchor
     * @param again hands the seal to calendars; shown when it helps
     */
    HBox of(KeptSeal seal, SealHelp help, Button again) {
        Statement statement = seal.statement();
        long number = statement.place().seal();
        Label disc = new Label(Long.toString(number));
        disc.getStyleClass().add("heading");
        StackPane round = new StackPane(disc);
        round.getStyleClass().add("seal-number");
        String title = statement.title().isEmpty() ? "" : ": " + Safe.text(statement.title());
        VBox chips = new AnchorChips(words).of(seal.anchor());
        chips.setId("anchor-" + number);
        VBox.setMargin(chips, new Insets(4, 0, 0, 0));
        VBox text = new VBox(
                4,
                Labels.of("heading", Safe.text(statement.milestone()) + title),
                Labels.of("muted", contents(seal.contents())),
                Labels.of("muted", words.of("studies.claimed", words.moment(statement.claimedTime()))),
                chips);
        if (!help.sentences().isEmpty()) {
            HBox box = help(help, number, again);
            VBox.setMargin(box, new Insets(8, 0, 0, 0));
            text.getChildren().add(box);
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

    private static HBox help(SealHelp help, long number, Button again) {
        VBox says = new VBox(8);
        for (String sentence : help.sentences()) {
            says.getChildren().add(Labels.of("body", sentence));
        }
        if (help.again()) {
            says.getChildren().add(again);
        }
        HBox.setHgrow(says, Priority.ALWAYS);
        HBox box = new HBox(12, Icon.WARNING.node(20, help.serious() ? "icon-failed" : "icon-open"), says);
        box.setId("help-" + number);
        box.getStyleClass().addAll("help", help.serious() ? "trouble" : "warning");
        return box;
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
}
