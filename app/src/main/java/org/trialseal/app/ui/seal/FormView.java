package org.trialseal.app.ui.seal;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Buttons;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.words.Words;

/** The questions about a seal: of which study, at which milestone, where it is kept, what leaves this computer. */
final class FormView {
    final ComboBox<String> previous = new ComboBox<>();
    final TextField study = field("seal-study");
    final TextField studyTitle = field("seal-study-title");
    final TextField sponsor = field("seal-sponsor");
    final TextField registry = field("seal-registry");
    final ComboBox<String> milestone = new ComboBox<>();
    final TextField title = field("seal-title");
    final TextField folder = field("seal-folder");
    final Button chooseFolder;
    final PasswordField passphrase = new PasswordField();
    final PasswordField again = new PasswordField();
    final Label passphraseHint = Labels.of("muted body");
    final CheckBox retain;
    final CheckBox anchor;
    final RadioButton bitcoin;
    final RadioButton practice;
    final Label leaves = Labels.of("body");
    final VBox againField;
    final List<Node> cards;
    private final Words words;

    FormView(Words words) {
        this.words = words;
        passphrase.setId("seal-passphrase");
        again.setId("seal-again");
        chooseFolder = Buttons.plain("seal-folder-choose", words.of("seal.folder.choose"));
        retain = check("seal-retain", words.of("seal.retain"));
        anchor = check("seal-anchor", words.of("seal.anchor"));
        ToggleGroup networks = new ToggleGroup();
        bitcoin = radio("seal-bitcoin", words.of("seal.network.bitcoin"), networks);
        practice = radio("seal-practice", words.of("seal.network.practice"), networks);
        previous.setId("seal-previous");
        previous.setMaxWidth(Double.MAX_VALUE);
        milestone.setId("seal-milestone");
        milestone.setEditable(true);
        milestone.setMaxWidth(Double.MAX_VALUE);
        milestone
                .getItems()
                .setAll(
                        words.of("seal.milestone.protocol"),
                        words.of("seal.milestone.first"),
                        words.of("seal.milestone.interim"),
                        words.of("seal.milestone.lock"),
                        words.of("seal.milestone.unblinding"));
        againField = named(words.of("seal.again"), again);
        cards = List.of(what(), where(), network());
    }

    private VBox what() {
        GridPane grid = new GridPane(24, 16);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().setAll(half, half);
        VBox before = named(words.of("seal.previous"), previous);
        grid.add(before, 0, 0, 2, 1);
        grid.add(named(words.of("seal.study"), study), 0, 1);
        grid.add(named(words.of("seal.study.title"), studyTitle), 1, 1);
        grid.add(named(words.of("seal.sponsor"), sponsor), 0, 2);
        grid.add(named(words.of("seal.registry"), registry), 1, 2);
        grid.add(named(words.of("seal.milestone"), milestone), 0, 3);
        grid.add(named(words.of("seal.title-of-seal"), title), 1, 3);
        study.setPromptText(words.of("seal.study.prompt"));
        return card(Labels.of("title", words.of("seal.what.title")), grid);
    }

    private VBox where() {
        folder.setAccessibleText(words.of("seal.folder"));
        HBox line = new HBox(8, folder, chooseFolder);
        HBox.setHgrow(folder, Priority.ALWAYS);
        HBox secrets = new HBox(24, grow(named(words.of("seal.passphrase"), passphrase)), grow(againField));
        VBox keep = new VBox(4, retain, indented(Labels.of("muted body", words.of("seal.retain.hint"))));
        return card(
                Labels.of("title", words.of("seal.where.title")),
                new VBox(
                        6, named(words.of("seal.folder"), line), Labels.of("muted body", words.of("seal.folder.hint"))),
                new VBox(6, secrets, passphraseHint),
                keep);
    }

    private VBox network() {
        VBox choice = new VBox(8, bitcoin, practice);
        HBox said = new HBox(12, Icon.OFFLINE.node(20, "icon-accent"), leaves);
        HBox.setHgrow(leaves, Priority.ALWAYS);
        said.getStyleClass().add("leaves");
        leaves.setId("seal-leaves");
        return card(Labels.of("title", words.of("seal.network.title")), choice, anchor, said);
    }

    private static VBox card(Node... parts) {
        VBox card = new VBox(20, parts);
        card.getStyleClass().addAll("card", "form");
        return card;
    }

    private static Node indented(Label label) {
        VBox box = new VBox(label);
        box.getStyleClass().add("indented");
        return box;
    }

    private static VBox grow(VBox box) {
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPrefWidth(0);
        return box;
    }

    private static VBox named(String name, Node control) {
        VBox box = InputView.named(name, control);
        if (control instanceof TextInputControl || control instanceof ComboBox) {
            control.setAccessibleText(name);
        }
        return box;
    }

    private static TextField field(String id) {
        TextField field = new TextField();
        field.setId(id);
        return field;
    }

    private static CheckBox check(String id, String text) {
        CheckBox box = new CheckBox(text);
        box.setId(id);
        box.setWrapText(true);
        return box;
    }

    private static RadioButton radio(String id, String text, ToggleGroup group) {
        RadioButton button = new RadioButton(text);
        button.setId(id);
        button.setWrapText(true);
        button.setToggleGroup(group);
        return button;
    }
}
