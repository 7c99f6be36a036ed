package org.trialseal.app.ui.compare;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.compare.CompareStory.FileLine;
import org.trialseal.app.ui.part.Buttons;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Styles;
import org.trialseal.app.ui.part.Verdict;
import org.trialseal.app.ui.words.Words;

/** The result of a comparison: the sentence, what became of each file, and what it does not say. */
final class ToldView {
    private static final int LARGE = 48;

    final Button again;
    final Button export;
    final Button verify;
    final CheckBox practice;
    final Label exported = Labels.of("body");
    final Button stopExport;
    final Button folder;
    private final HBox exportLine;
    private final Words words;

    ToldView(Words words) {
        this.words = words;
        again = Buttons.atEnd(Buttons.quiet("compare-again", words.of("compare.again")));
        export = Buttons.with(Icon.SAVE, Buttons.primary("compare-export", words.of("compare.export")));
        verify = Buttons.plain("compare-verify", words.of("compare.verify"));
        practice = new CheckBox(words.of("compare.practice"));
        practice.setId("compare-practice");
        practice.setWrapText(true);
        stopExport = Buttons.quiet("compare-export-stop", words.of("compare.stop"));
        folder = Buttons.quiet("compare-export-folder", words.of("part.folder"));
        folder.setMinWidth(Region.USE_PREF_SIZE);
        exported.setId("compare-exported");
        HBox.setHgrow(exported, Priority.ALWAYS);
        exportLine = new HBox(12, exported, stopExport, folder);
        exportLine.setAlignment(Pos.CENTER_LEFT);
        exported("", false);
    }

    /** Says what becomes of the export. */
    void exported(String text, boolean running) {
        exported.setText(text);
        Styles.show(exportLine, !text.isEmpty());
        Styles.show(stopExport, running);
        Styles.show(folder, false);
    }

    /** Says where the export is. */
    void written(String text) {
        exported(text, false);
        Styles.show(folder, true);
    }

    Node fileLine(String names) {
        Label file = Labels.of("heading", names);
        file.setId("compare-files");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(8, Icon.COMPARE.node(20), file, space, again);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** @param differences whether there are any to export */
    VBox verdict(CompareStory story, boolean differences) {
        Verdict look = Verdict.of(story.verdict());
        Label sentence = id("compare-sentence", Labels.of("title", story.sentence()));
        VBox text = new VBox(8, id("compare-verdict", Labels.of("verdict-word", look.word(words))), sentence);
        story.leads().forEach(lead -> text.getChildren().add(Labels.of("lead", lead)));
        HBox.setHgrow(text, Priority.ALWAYS);
        FlowPane actions = new FlowPane(16, 12, export);
        actions.setAlignment(Pos.CENTER_LEFT);
        if (story.isPackage()) {
            actions.getChildren().add(verify);
        }
        if (story.practice()) {
            actions.getChildren().add(practice);
        }
        if (!differences) {
            export.setText(words.of("compare.export.result"));
            export.getStyleClass().setAll("button", "plain");
        }
        VBox card = new VBox(24, new HBox(24, look.icon(LARGE), text), actions, exportLine);
        card.getStyleClass().addAll("card", "verdict", look.styleClass());
        card.setAccessibleText(look.word(words) + ". " + story.sentence());
        return card;
    }

    VBox files(CompareStory story) {
        VBox card = new VBox(Labels.of("title", words.of("compare.files.title")));
        for (FileLine file : story.files()) {
            card.getChildren().add(file(file));
        }
        if (!story.unchanged().isEmpty()) {
            Label label = Labels.of("body", words.of("compare.unchanged", story.unchanged()));
            label.setId("compare-unchanged");
            card.getChildren().add(item(Verdict.PASSED.icon(20), new VBox(label)));
        }
        card.getStyleClass().addAll("card", "close");
        return card;
    }

    private HBox file(FileLine file) {
        VBox text = new VBox(2, Labels.of("heading", file.name()), Labels.of("body", file.sentence()));
        file.notes().forEach(note -> text.getChildren().add(Labels.of("muted body", note)));
        HBox line = item(file.look().icon(20), text);
        line.setAccessibleText(file.name() + ": " + file.sentence());
        return line;
    }

    private static HBox item(Node icon, VBox text) {
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(12, icon, text);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    VBox left() {
        Label text = Labels.of("body", words.of("compare.left"));
        VBox card = new VBox(
                Labels.of("title", words.of("compare.left.title")), item(Icon.INFORMATION.node(18), new VBox(text)));
        card.getStyleClass().addAll("card", "close");
        return card;
    }

    private static Label id(String id, Label label) {
        label.setId(id);
        return label;
    }
}
