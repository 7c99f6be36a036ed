package org.trialseal.app.ui.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Buttons;
import org.trialseal.app.ui.part.DropArea;
import org.trialseal.app.ui.part.Expander;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Styles;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.part.TroubleText;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;

/** The questions before a comparison: with which seal, which files, how. */
final class AskView {
    final DropArea drop;
    final ComboBox<String> kept = new ComboBox<>();
    final Button choosePackage;
    final Button chooseFolder;
    final PasswordField passphrase = new PasswordField();
    final Button more;
    final CheckBox whole;
    final CheckBox values;
    final Button data;
    final Button compare;
    final Button seal;
    final Button useAsSeal;
    final Label ready = Labels.of("body");
    final VBox sealCard;
    final VBox laterCard;
    final VBox howCard;
    final VBox end;
    private final VBox chosen = new VBox();
    private final VBox keptField;
    private final VBox passphraseField;
    private final VBox files = new VBox(4);
    private final VBox dataFiles = new VBox(4);
    final VBox trouble = new VBox();
    private final Words words;

    AskView(Words words) {
        this.words = words;
        drop = new DropArea(
                "compare-choose",
                words.of("compare.drop.title"),
                words.of("compare.drop.hint"),
                words.of("compare.drop.button"));
        choosePackage = Buttons.plain("compare-package", words.of("compare.package.choose"));
        chooseFolder = Buttons.plain("compare-folder", words.of("compare.folder.choose"));
        more = Buttons.atEnd(Buttons.quiet("compare-more", words.of("compare.more")));
        data = Buttons.quiet("compare-data", words.of("compare.data.choose"));
        compare = Buttons.with(Icon.COMPARE, Buttons.primary("compare-go", words.of("compare.go")));
        useAsSeal = Buttons.plain("compare-use-as-seal", words.of("compare.misplaced.use"));
        seal = Buttons.quiet("compare-seal", words.of("compare.sealinstead"));
        whole = check("compare-whole", words.of("compare.whole"));
        values = check("compare-values", words.of("compare.values"));
        ready.setId("compare-ready");
        kept.setId("compare-kept");
        kept.setMaxWidth(Double.MAX_VALUE);
        kept.setPromptText(words.of("compare.kept.prompt"));
        kept.setAccessibleText(words.of("compare.kept"));
        passphrase.setId("compare-passphrase");
        passphrase.setAccessibleText(words.of("compare.passphrase"));
        keptField = named(words.of("compare.kept"), kept);
        passphraseField = named(words.of("compare.passphrase"), passphrase);
        passphraseField.getChildren().add(Labels.of("muted body", words.of("compare.passphrase.hint")));
        sealCard = sealCard();
        laterCard = laterCard();
        howCard = howCard();
        HBox.setHgrow(ready, Priority.ALWAYS);
        HBox last = new HBox(24, compare, ready);
        last.setAlignment(Pos.CENTER_LEFT);
        end = card(last);
        trouble.managedProperty().bind(trouble.visibleProperty());
    }

    private VBox sealCard() {
        chosen.setId("compare-sealed");
        FlowPane buttons = new FlowPane(16, 12, choosePackage, chooseFolder);
        return card(Labels.of("title", words.of("compare.sealed.title")), chosen, passphraseField, keptField, buttons);
    }

    private VBox laterCard() {
        files.setId("compare-later");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(16, Labels.of("title", words.of("compare.later.heading")), space, seal, more);
        head.setAlignment(Pos.BASELINE_LEFT);
        return card(head, files);
    }

    private VBox howCard() {
        VBox old = new VBox(
                4,
                Labels.of("strong", words.of("compare.data.heading")),
                Labels.of("muted body", words.of("compare.data.hint")),
                dataFiles,
                data);
        VBox.setMargin(data, new Insets(0, 0, 0, -12));
        VBox body = new VBox(
                16,
                hinted(whole, words.of("compare.whole.hint")),
                hinted(values, words.of("compare.values.hint")),
                old);
        body.getStyleClass().add("study-body");
        Expander expander = new Expander(
                "compare-how-line", words.of("compare.how"), Labels.of("heading", words.of("compare.how")), () -> body);
        VBox card = new VBox(expander);
        card.getStyleClass().addAll("card", "study");
        return card;
    }

    private static VBox hinted(CheckBox box, String hint) {
        VBox indented = new VBox(Labels.of("muted body", hint));
        indented.getStyleClass().add("indented");
        return new VBox(4, box, indented);
    }

    private static VBox card(Node... parts) {
        VBox card = new VBox(16, parts);
        card.getStyleClass().add("card");
        return card;
    }

    private static VBox named(String name, Node control) {
        Label label = Labels.of("strong", name);
        label.setLabelFor(control);
        return new VBox(6, label, control);
    }

    private static CheckBox check(String id, String text) {
        CheckBox box = new CheckBox(text);
        box.setId(id);
        box.setWrapText(true);
        return box;
    }

    /** Offers the seals that this computer keeps. */
    void kept(List<String> lines) {
        kept.getItems().setAll(lines);
        Styles.show(keptField, !lines.isEmpty());
    }

    /**
     * Shows what was chosen as the sealed side.
     *
     * @param kept its place among the seals of this computer; -1 when it is none of them
     */
    void sealed(String name, Path path, boolean folder, int kept) {
        VBox text = new VBox(2, Labels.of("heading", name), Labels.of("muted", Safe.text(String.valueOf(path))));
        HBox line = new HBox(12, (folder ? Icon.SEAL : Icon.FILE).node(20, "icon-accent"), text);
        line.setAlignment(Pos.CENTER_LEFT);
        chosen.getChildren().setAll(line);
        Styles.show(chosen, true);
        this.kept.getSelectionModel().select(kept);
        Styles.show(passphraseField, folder);
    }

    /** Nothing was chosen yet. */
    void noSeal() {
        Styles.show(chosen, false);
        Styles.show(passphraseField, false);
    }

    void later(List<Path> paths, Consumer<Path> remove) {
        list(files, "compare-later-", paths, remove);
    }

    void data(List<Path> paths, Consumer<Path> remove) {
        list(dataFiles, "compare-data-", paths, remove);
    }

    private void list(VBox list, String id, List<Path> paths, Consumer<Path> remove) {
        list.getChildren().clear();
        for (int i = 0; i < paths.size(); i++) {
            Path path = paths.get(i);
            String name = Safe.text(String.valueOf(path.getFileName()));
            Label label = Labels.of("body", name);
            HBox.setHgrow(label, Priority.ALWAYS);
            label.setMaxWidth(Double.MAX_VALUE);
            Button away = Buttons.atEnd(Buttons.icon(id + i, Icon.CLOSE, words.of("compare.remove", name)));
            away.setOnAction(event -> remove.accept(path));
            HBox line = new HBox(12, Icon.FILE.node(20), label, away);
            line.setAlignment(Pos.CENTER_LEFT);
            list.getChildren().add(line);
        }
        Styles.show(list, !paths.isEmpty());
    }

    void trouble(Trouble why) {
        Label title = Labels.of("heading", why.title());
        title.setId("compare-trouble");
        VBox text = TroubleText.of("compare-trouble", why);
        text.getChildren().add(0, title);
        note(Icon.FAILED.node(24, "icon-failed"), text, "failed");
    }

    void stopped() {
        Label title = Labels.of("body", words.of("compare.stopped"));
        title.setId("compare-stopped");
        note(Icon.INFORMATION.node(24, "icon-accent"), new VBox(title), "information");
    }

    /** Says that an evidence folder is no later copy, and what to do. */
    void misplaced(String name) {
        Label title = Labels.of("heading", words.of("compare.misplaced", name));
        title.setId("compare-misplaced");
        VBox text = new VBox(8, title, Labels.of("body", words.of("compare.misplaced.advice")), useAsSeal);
        note(Icon.WARNING.node(24, "icon-open"), text, "open");
    }

    void noTrouble() {
        trouble.setVisible(false);
    }

    private void note(Node icon, VBox text, String styleClass) {
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox box = new HBox(12, icon, text);
        box.getStyleClass().addAll("said", styleClass);
        trouble.getChildren().setAll(box);
        trouble.setVisible(true);
    }
}
