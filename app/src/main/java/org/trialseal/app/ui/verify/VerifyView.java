package org.trialseal.app.ui.verify;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.trialseal.app.story.Story;
import org.trialseal.app.ui.part.Buttons;
import org.trialseal.app.ui.part.DropArea;
import org.trialseal.app.ui.part.Header;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Page;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.part.TroubleText;
import org.trialseal.app.ui.part.Verdict;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;

/** Builds the nodes of the door Verify for each stage. */
final class VerifyView {
    private static final int LARGE = 48;

    final Page page = new Page();
    final DropArea ask;
    final Button another;
    final Button again;
    final Button cancel;
    final Button picture;
    final Button compare;
    final Button certificate;
    final Button original;
    final CheckBox practice;
    private final Words words;

    VerifyView(Words words) {
        this.words = words;
        ask = new DropArea(
                "verify-choose",
                words.of("verify.drop.title"),
                words.of("verify.drop.hint"),
                words.of("verify.drop.button"));
        another = Buttons.atEnd(Buttons.quiet("verify-another", words.of("verify.another")));
        again = Buttons.primary("verify-again", words.of("verify.another"));
        cancel = Buttons.plain("verify-cancel", words.of("verify.cancel"));
        picture = Buttons.with(Icon.PICTURE, Buttons.primary("verify-picture", words.of("verify.picture")));
        compare = Buttons.plain("verify-compare", words.of("verify.compare"));
        certificate = Buttons.with(Icon.SAVE, Buttons.plain("verify-certificate", words.of("paper.save")));
        original = Buttons.primary("verify-original", words.of("verify.original"));
        practice = new CheckBox(words.of("verify.practice"));
        practice.setId("verify-practice");
        practice.setWrapText(true);
    }

    void empty() {
        page.column().getChildren().setAll(new Header(words.of("verify.title"), words.of("verify.lead")), ask.root());
    }

    void working(String name) {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(LARGE, LARGE);
        turning.setAccessibleText(words.of("verify.working"));
        Label about = Labels.of("muted", Safe.text(name));
        VBox card = new VBox(turning, Labels.of("title", words.of("verify.working")), about, cancel);
        card.getStyleClass().add("card");
        card.setAlignment(Pos.CENTER);
        page.column().getChildren().setAll(card);
    }

    void failed(String name, Trouble trouble) {
        VBox card = new VBox(
                Icon.WARNING.node(LARGE, "icon-failed"),
                id("verify-trouble", Labels.of("title", trouble.title())),
                TroubleText.of("verify-trouble", trouble));
        card.getChildren().add(again);
        card.getStyleClass().addAll("card", "verdict", "failed");
        page.column().getChildren().setAll(fileLine(name, new Region()), card);
    }

    void told(String name, Story story) {
        page.column().getChildren().setAll(fileLine(name, another), verdict(story));
        if (!story.shown().isEmpty()) {
            page.column().getChildren().add(list("verify.shown.title", story.shown(), Icon.FILE));
        }
        page.column().getChildren().add(new CheckList(words).of(story.checks()));
        page.column().getChildren().add(list("verify.left.title", story.notProven(), Icon.INFORMATION));
    }

    private static HBox fileLine(String name, Node end) {
        Label file = Labels.of("heading", Safe.text(name));
        file.setId("verify-file");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(8, Icon.FILE.node(20), file, space, end);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private VBox verdict(Story story) {
        Verdict look = Verdict.of(story.verdict());
        Label word = id("verify-verdict", Labels.of("verdict-word", look.word(words)));
        Label sentence = id("verify-sentence", Labels.of("title", story.sentence()));
        VBox text = new VBox(8, word, sentence);
        if (!story.because().isEmpty()) {
            text.getChildren().add(id("verify-because", Labels.of("lead", story.because())));
        }
        if (!story.when().isEmpty()) {
            text.getChildren().add(id("verify-when", Labels.of("lead", story.when())));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox top = new HBox(24, look.icon(LARGE), text);
        VBox card = new VBox(24, top);
        card.getStyleClass().addAll("card", "verdict", look.styleClass());
        card.setAccessibleText(look.word(words) + ". " + story.sentence() + " " + story.because());
        FlowPane actions = new FlowPane(16, 12);
        actions.setAlignment(Pos.CENTER_LEFT);
        add(actions, picture, story.picture());
        add(actions, compare, story.picture());
        add(actions, certificate, true);
        add(actions, original, story.wantsFile());
        add(actions, practice, story.practice());
        card.getChildren().add(actions);
        return card;
    }

    private static void add(FlowPane actions, Node action, boolean wanted) {
        if (wanted) {
            actions.getChildren().add(action);
        }
    }

    private VBox list(String titleKey, java.util.List<String> lines, Icon icon) {
        VBox card = new VBox(Labels.of("title", words.of(titleKey)));
        for (String line : lines) {
            Label text = Labels.of("body", line);
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox item = new HBox(12, icon.node(18), text);
            item.setAlignment(Pos.TOP_LEFT);
            card.getChildren().add(item);
        }
        card.getStyleClass().addAll("card", "close");
        return card;
    }

    private static Label id(String id, Label label) {
        label.setId(id);
        return label;
    }
}
