package org.trialseal.app.ui.compare;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Buttons;
import org.trialseal.app.ui.part.Header;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Page;
import org.trialseal.app.ui.words.Words;

/** Builds the nodes of the comparison for each stage. */
final class CompareView {
    private static final int LARGE = 48;

    final Page page = new Page();
    final AskView ask;
    final Button pause;
    final Button stop;
    final ProgressBar bar = new ProgressBar(-1);
    final Label how = Labels.of("lead");
    private final Header header;
    private final Words words;

    CompareView(Words words) {
        this.words = words;
        header = new Header(words.of("compare.title"), words.of("compare.lead"));
        ask = new AskView(words);
        pause = Buttons.plain("compare-pause", words.of("part.pause"));
        stop = Buttons.plain("compare-stop", words.of("compare.stop"));
        how.setId("compare-how");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words.of("compare.working"));
    }

    void asking(boolean hasLater) {
        page.column().setMaxWidth(Page.COLUMN);
        page.column()
                .getChildren()
                .setAll(
                        header,
                        ask.trouble,
                        hasLater ? ask.laterCard : ask.drop.root(),
                        ask.sealCard,
                        ask.howCard,
                        ask.end);
    }

    void comparing() {
        VBox card = new VBox(
                24,
                Icon.COMPARE.node(LARGE, "icon-accent"),
                new VBox(8, Labels.of("title", words.of("compare.working")), how),
                bar,
                new HBox(16, pause, stop),
                Labels.of("muted body", words.of("compare.stop.hint")));
        card.getStyleClass().add("card");
        page.column().setMaxWidth(Page.COLUMN);
        page.column().getChildren().setAll(header, card);
    }

    void told(Node... parts) {
        page.wide();
        page.column().getChildren().setAll(parts);
    }
}
