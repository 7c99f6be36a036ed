package org.trialseal.app.ui.prove;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Buttons;
import org.trialseal.app.ui.part.Header;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Page;
import org.trialseal.app.ui.part.Styles;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;

/** Builds the nodes of each stage from a locked seal to the point where the package is written. */
final class ProveView {
    private static final int LARGE = 48;
    private static final double SECRET = 360;

    final Page page = new Page();
    final PasswordField passphrase = new PasswordField();
    final Button unlock;
    final Button back;
    final Button give;
    final Button everything;
    final Button save;
    final Button pause;
    final Button stop;
    final ProgressBar bar = new ProgressBar(-1);
    final Label how = Parts.label("prove-how", "lead", "");
    final Label estimate = Parts.label("prove-estimate", "body", "");
    final SubjectsView subjects;
    final PreviewView preview;
    final VBox parts = new VBox();
    private final VBox ending = new VBox();
    private final Words words;

    ProveView(Words words) {
        this.words = words;
        subjects = new SubjectsView(words);
        preview = new PreviewView(words);
        passphrase.setId("prove-passphrase");
        passphrase.setMaxWidth(SECRET);
        unlock = Buttons.with(Icon.SEAL, Buttons.primary("prove-unlock", words.of("prove.unlock.go")));
        back = Buttons.primary("prove-back", words.of("prove.unusable.back"));
        give = Buttons.plain("prove-give", words.of("prove.data.give"));
        everything = Buttons.atEnd(Buttons.quiet("prove-everything", words.of("prove.parts.everything")));
        save = Buttons.with(Icon.SAVE, Buttons.primary("prove-save", words.of("prove.save")));
        pause = Buttons.plain("prove-pause", words.of("part.pause"));
        stop = Buttons.plain("prove-stop", words.of("prove.stop"));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words.of("prove.saving"));
    }

    private Header header(String seal) {
        Label line = Parts.label("prove-seal", "overline", seal);
        return seal.isEmpty()
                ? new Header(words.of("prove.title"), words.of("prove.lead"))
                : new Header(line, words.of("prove.title"), words.of("prove.lead"));
    }

    void looking() {
        page.column().getChildren().setAll(header(""), Labels.of("body", words.of("prove.looking")));
    }

    void unusable(Trouble trouble) {
        VBox card = Parts.card(Parts.trouble("prove-trouble", trouble), back);
        page.column().getChildren().setAll(header(""), card);
    }

    void locked(String seal, List<Node> notes, java.util.Optional<Trouble> trouble, boolean working) {
        VBox card = Parts.card(
                Labels.of("title", words.of("prove.unlock.title")),
                Labels.of("body", words.of("prove.unlock.why")),
                Parts.named(words.of("prove.unlock.passphrase"), passphrase));
        trouble.ifPresent(why -> card.getChildren().add(Parts.trouble("prove-trouble", why)));
        card.getChildren().add(working ? turning() : unlock);
        passphrase.setDisable(working);
        begin(seal, notes);
        page.column().getChildren().add(card);
    }

    private HBox turning() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(24, 24);
        HBox line = new HBox(12, turning, Labels.of("body", words.of("prove.unlock.working")));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void begin(String seal, List<Node> notes) {
        page.column().getChildren().setAll(header(seal));
        page.column().getChildren().addAll(notes);
    }

    void choosing(String seal, List<Node> notes, List<String> missing, List<PartView> lines) {
        begin(seal, notes);
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing.stream().map(Safe::text).toList());
            page.column()
                    .getChildren()
                    .add(Parts.card(
                            Labels.of("title", words.of("prove.data.title")),
                            Parts.label("prove-missing", "body", words.of("prove.data", names)),
                            give));
        }
        Label title = Parts.wide(Labels.of("title", words.of("prove.parts.title")));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(16, title, everything);
        head.getStyleClass().add("list-head");
        parts.getChildren().setAll(head);
        lines.forEach(line -> parts.getChildren().add(line.line));
        parts.getStyleClass().setAll("card", "parts");
        HBox last = new HBox(24, save, Parts.wide(estimate));
        last.setAlignment(Pos.CENTER_LEFT);
        VBox end = Parts.card(ending, last);
        page.column().getChildren().addAll(subjects.card, parts, preview.card, end);
    }

    /** Nothing to say of the package that was tried before. */
    void fresh() {
        Styles.show(ending, false);
    }

    void trouble(Trouble trouble) {
        ending.getChildren().setAll(Parts.trouble("prove-trouble", trouble));
        Styles.show(ending, true);
    }

    void stopped() {
        ending.getChildren()
                .setAll(Parts.note(
                        Icon.INFORMATION.node(20, "icon-accent"),
                        "information",
                        Parts.label("prove-stopped", "body", words.of("prove.stopped"))));
        Styles.show(ending, true);
    }

    void saving(String file) {
        bar.setProgress(-1);
        VBox card = Parts.card(
                Icon.SAVE.node(LARGE, "icon-accent"),
                new VBox(8, Labels.of("title", words.of("prove.saving")), Labels.of("muted", Safe.text(file)), how),
                bar,
                new HBox(16, pause, stop),
                Labels.of("muted body", words.of("prove.saving.hint")));
        page.column().getChildren().setAll(header(""), card);
    }

    /** What the anchoring means for a package made now, in amber. */
    Node note(String id, String title, String text) {
        HBox note = Parts.note(
                Icon.WARNING.node(20, "icon-open"), "open", Parts.label(id, "heading", title), Labels.of("body", text));
        note.setMinHeight(Region.USE_PREF_SIZE);
        return note;
    }
}
