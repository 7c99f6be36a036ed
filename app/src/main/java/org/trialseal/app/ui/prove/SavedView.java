package org.trialseal.app.ui.prove;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Buttons;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Selectable;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;

/** The finished package: where it is, how large, and what to do next. */
final class SavedView {
    private static final int LARGE = 48;

    final Button verify;
    final Button folder;
    final Button again;
    final Button copy;
    private final Words words;

    SavedView(Words words) {
        this.words = words;
        verify = Buttons.with(Icon.VERIFY, Buttons.primary("saved-verify", words.of("prove.saved.verify")));
        folder = Buttons.with(Icon.STUDIES, Buttons.plain("saved-folder", words.of("part.folder")));
        again = Buttons.plain("saved-again", words.of("prove.saved.again"));
        copy = Buttons.atEnd(Buttons.icon("saved-copy", Icon.COPY, words.of("prove.saved.copy")));
    }

    /**
     * The card.
     *
     * @param size the length of the file in words
     * @param sum how much it shows
     * @param notes what its anchoring means
     */
    List<Node> nodes(Path file, String size, String sum, List<Node> notes) {
        VBox text = new VBox(
                8,
                Labels.of("verdict-word", words.of("prove.saved.word")),
                Parts.label("saved-title", "title", words.of("prove.saved.title")),
                Parts.label("saved-size", "lead", words.of("prove.saved.lead", size)),
                Parts.label("saved-sum", "body", sum));
        HBox top = new HBox(24, Icon.PASSED.node(LARGE, "icon-passed"), Parts.wide(text));
        Selectable path = new Selectable("saved-file", Safe.text(file.toString()), words.of("prove.saved.file"));
        HBox line = new HBox(8, Parts.wide(path), copy);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox card = Parts.card(
                top,
                new VBox(4, Labels.of("strong", words.of("prove.saved.file")), line),
                new FlowPane(16, 12, verify, folder, again));
        card.getStyleClass().addAll("verdict", "passed");
        List<Node> nodes = new java.util.ArrayList<>(List.of(card));
        nodes.addAll(notes);
        return nodes;
    }
}
