package org.trialseal.app.ui.seal;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Buttons;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Selectable;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;

/** The finished seal: its number, its digest, how its anchoring stands, and what to do next. */
final class SealedView {
    private static final int LARGE = 48;

    final Button prove;
    final Button certificate;
    final Button studies;
    final Button another;
    final Button copy;
    final Button folder;
    private final HBox anchor = new HBox(12);
    private final Words words;

    SealedView(Words words) {
        this.words = words;
        prove = Buttons.plain("sealed-prove", words.of("seal.made.prove"));
        certificate = Buttons.plain("sealed-certificate", words.of("paper.save"));
        studies = Buttons.primary("sealed-studies", words.of("seal.made.studies"));
        another = Buttons.quiet("sealed-another", words.of("seal.made.another"));
        folder = Buttons.atEnd(Buttons.icon("sealed-show-folder", Icon.STUDIES, words.of("part.folder")));
        copy = Buttons.atEnd(Buttons.icon("sealed-copy", Icon.COPY, words.of("seal.made.copy")));
    }

    /**
     * The card on top.
     *
     * @param title such as: seal 2 of TS-2041 is made
     */
    Node made(String title, String contents, String digest, String path) {
        Label word = id("sealed-title", Labels.of("title", title));
        Label holds = id("sealed-contents", Labels.of("lead", contents));
        VBox text = new VBox(8, Labels.of("verdict-word", words.of("seal.made.word")), word, holds);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox top = new HBox(24, Icon.PASSED.node(LARGE, "icon-passed"), text);
        VBox card = new VBox(
                24,
                top,
                new VBox(
                        4,
                        Labels.of("strong", words.of("seal.made.folder")),
                        line(new Selectable("sealed-folder", Safe.text(path), words.of("seal.made.folder")), folder),
                        Labels.of("strong", words.of("seal.made.digest")),
                        line(new Selectable("sealed-digest", digest, words.of("seal.made.digest")), copy)));
        card.getStyleClass().addAll("card", "verdict", "passed");
        return card;
    }

    private static HBox line(Selectable text, Button action) {
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(8, text, action);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }

    /** How the anchoring stands. */
    void anchor(Icon icon, String colour, String title, String detail) {
        VBox text = new VBox(4, id("sealed-anchor", Labels.of("heading", title)), Labels.of("body", detail));
        HBox.setHgrow(text, Priority.ALWAYS);
        anchor.getChildren().setAll(icon.node(24, colour), text);
    }

    /** What is to be done now. */
    Node next(boolean retained) {
        VBox card = new VBox(
                Labels.of("title", words.of("seal.made.next")),
                anchor,
                line(Icon.STUDIES, words.of("seal.made.keep.title"), words.of("seal.made.keep")),
                line(
                        Icon.FILE,
                        words.of("seal.made.data.title"),
                        retained ? words.of("seal.made.data.retained") : words.of("seal.made.data")));
        FlowPane actions = new FlowPane(16, 12, studies, prove, certificate, another);
        card.getChildren().add(actions);
        card.getStyleClass().add("card");
        return card;
    }

    private static Node line(Icon icon, String title, String text) {
        VBox words = new VBox(4, Labels.of("heading", title), Labels.of("body", text));
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(12, icon.node(24, "icon-accent"), words);
    }

    private static Label id(String id, Label label) {
        label.setId(id);
        return label;
    }
}
