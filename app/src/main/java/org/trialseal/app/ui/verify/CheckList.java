package org.trialseal.app.ui.verify;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.trialseal.app.story.CheckLine;
import org.trialseal.app.story.Fact;
import org.trialseal.app.ui.part.Expander;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Selectable;
import org.trialseal.app.ui.part.Verdict;
import org.trialseal.app.ui.words.Words;

/** The checks below each other; each opens to its evidence. */
final class CheckList {
    private static final double LABELS = 176;

    private final Words words;

    CheckList(Words words) {
        this.words = words;
    }

    VBox of(List<CheckLine> lines) {
        VBox card = new VBox(Labels.of("title", words.of("verify.checks")));
        card.getStyleClass().addAll("card", "checks");
        for (CheckLine line : lines) {
            card.getChildren().add(expander(line));
        }
        return card;
    }

    private Expander expander(CheckLine line) {
        Verdict look = Verdict.of(line.result());
        VBox text = new VBox(2, Labels.of("strong", line.question()), Labels.of("muted body", line.answer()));
        HBox.setHgrow(text, Priority.ALWAYS);
        Label chip = look.chip(words);
        chip.setGraphic(null);
        HBox head = new HBox(16, look.icon(22), text, chip);
        head.setAlignment(Pos.CENTER_LEFT);
        if (!line.required()) {
            Label optional = new Label(words.of("verify.optional"));
            optional.getStyleClass().add("caption");
            optional.setMinWidth(Region.USE_PREF_SIZE);
            head.getChildren().add(head.getChildren().size() - 1, optional);
        }
        return new Expander(
                "check-" + line.id().replace(':', '-'),
                line.question() + " " + look.word(words) + ". " + line.answer(),
                head,
                () -> evidence(line));
    }

    private static Node evidence(CheckLine line) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("evidence");
        ColumnConstraints labels = new ColumnConstraints(LABELS);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(labels, values);
        int row = 0;
        for (Fact fact : line.evidence()) {
            Label label = Labels.of("caption", fact.label());
            label.setPadding(new Insets(fact.digest() ? 0 : 2, 0, 0, 0));
            GridPane.setValignment(label, VPos.TOP);
            grid.addRow(row++, label, value(fact));
        }
        return grid;
    }

    /** A digest can be selected and copied, by mouse and by keyboard. */
    private static Node value(Fact fact) {
        if (!fact.digest()) {
            return Labels.of("body", fact.value());
        }
        return new Selectable("", fact.value(), fact.label());
    }
}
