package org.trialseal.app.ui.seal;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Buttons;
import org.trialseal.app.ui.part.DropArea;
import org.trialseal.app.ui.part.Header;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Page;
import org.trialseal.app.ui.part.Styles;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.part.TroubleText;
import org.trialseal.app.ui.words.Words;

/** Builds the nodes of the door Seal for each stage. */
final class SealView {
    private static final int LARGE = 48;

    final Page page = new Page();
    final DropArea ask;
    final FormView form;
    final VBox files = new VBox();
    final Button more;
    final Button compare;
    final Button seal;
    final Button pause;
    final Button stop;
    final ProgressBar bar = new ProgressBar(-1);
    final Label ready = Labels.of("body");
    final Label how = Labels.of("lead");
    private final Header header;
    private final Label counts = Labels.of("muted");
    private final VBox end;
    private final VBox trouble = new VBox();
    private final Words words;

    SealView(Words words) {
        this.words = words;
        header = new Header(words.of("seal.title"), words.of("seal.lead"));
        ask = new DropArea(
                "seal-choose", words.of("seal.drop.title"), words.of("seal.drop.hint"), words.of("seal.drop.button"));
        form = new FormView(words);
        more = Buttons.quiet("seal-more", words.of("seal.more"));
        compare = Buttons.quiet("seal-compare", words.of("seal.compare"));
        seal = Buttons.with(Icon.SEAL, Buttons.primary("seal-go", words.of("seal.go")));
        pause = Buttons.plain("seal-pause", words.of("part.pause"));
        stop = Buttons.plain("seal-stop", words.of("seal.stop"));
        ready.setId("seal-ready");
        how.setId("seal-how");
        counts.setId("seal-counts");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words.of("seal.working"));
        HBox.setHgrow(ready, Priority.ALWAYS);
        HBox last = new HBox(24, seal, ready);
        last.setAlignment(Pos.CENTER_LEFT);
        end = new VBox(16, trouble, last);
        end.getStyleClass().add("card");
    }

    void empty() {
        page.column().getChildren().setAll(header, ask.root());
    }

    void preparing() {
        VBox title = new VBox(2, Labels.of("title", words.of("seal.files.title")), counts);
        title.setMinWidth(Region.USE_PREF_SIZE);
        FlowPane actions = Buttons.atEnd(new FlowPane(16, 0, compare, more));
        actions.setAlignment(Pos.BASELINE_RIGHT);
        HBox.setHgrow(actions, Priority.ALWAYS);
        HBox head = new HBox(16, title, actions);
        head.getStyleClass().add("list-head");
        VBox list = new VBox(head, files);
        list.getStyleClass().addAll("card", "checks");
        page.column().getChildren().setAll(header, list);
        page.column().getChildren().addAll(form.cards);
        page.column().getChildren().add(end);
    }

    void counts(String text) {
        counts.setText(text);
    }

    /** Says why the sealing that was tried did not succeed. */
    void trouble(Trouble why) {
        Label title = Labels.of("heading", why.title());
        title.setId("seal-trouble");
        VBox text = TroubleText.of("seal-trouble", why);
        text.getChildren().add(0, title);
        note(Icon.FAILED.node(24, "icon-failed"), text, "failed");
    }

    void stopped() {
        Label title = Labels.of("body", words.of("seal.stopped"));
        title.setId("seal-stopped");
        note(Icon.INFORMATION.node(24, "icon-accent"), new VBox(title), "information");
    }

    void noTrouble() {
        Styles.show(trouble, false);
    }

    private void note(Node icon, VBox text, String styleClass) {
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox box = new HBox(12, icon, text);
        box.getStyleClass().addAll("said", styleClass);
        trouble.getChildren().setAll(box);
        Styles.show(trouble, true);
    }

    void sealing(String title) {
        HBox buttons = new HBox(16, pause, stop);
        VBox card = new VBox(
                24,
                Icon.SEAL.node(LARGE, "icon-accent"),
                new VBox(8, Labels.of("title", title), how),
                bar,
                buttons,
                Labels.of("muted body", words.of("seal.stop.hint")));
        card.getStyleClass().add("card");
        page.column().getChildren().setAll(header, card);
    }

    void show(Node... parts) {
        page.column().getChildren().setAll(parts);
    }
}
