package org.trialseal.app.ui.studies;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Buttons;
import org.trialseal.app.ui.part.DropArea;
import org.trialseal.app.ui.part.Expander;
import org.trialseal.app.ui.part.Header;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Page;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.anchor.AnchorFault;
import org.trialseal.app.work.anchor.AnchorProgress;
import org.trialseal.app.work.anchor.AnchorRound;
import org.trialseal.app.work.study.KeptStudies.Shelf;
import org.trialseal.app.work.study.KeptStudy;
import org.trialseal.app.work.study.KeptStudy.KeptSeal;
import org.trialseal.core.seal.Statement;
import org.trialseal.core.seal.Study;

/** Builds the nodes of the list of studies: the latest open, the others closed. */
final class StudiesView {
    final Page page = new Page();
    final DropArea ask;
    final Button add;
    final Button settings;
    private final Words words;
    private final List<SealAction> actions;
    private final Map<String, Boolean> open = new HashMap<>();
    private final Map<Path, Button> again = new HashMap<>();
    private Set<Path> stamping = Set.of();
    private Consumer<Path> whenAgain = folder -> {};

    StudiesView(Words words, List<SealAction> actions) {
        this.words = words;
        this.actions = actions;
        ask = new DropArea(
                "studies-choose",
                words.of("studies.empty.title"),
                words.of("studies.empty.text"),
                words.of("studies.add"));
        add = Buttons.plain("studies-add", words.of("studies.add"));
        settings = Buttons.plain("studies-settings", words.of("studies.settings"));
        page.column().getChildren().setAll(header());
    }

    /** What takes the focus. */
    Node first() {
        return add.getScene() == null && add.getParent() == null ? ask.choose() : add;
    }

    private Header header() {
        return new Header(words.of("studies.title"), words.of("studies.lead"));
    }

    /**
     * Shows what is kept.
     *
     * @param round what last came of asking for anchors
     * @param faults what keeps the anchor in a folder from going on
     */
    void show(Shelf shelf, Optional<AnchorRound> round, Function<Path, List<AnchorFault>> faults) {
        again.clear();
        page.column().getChildren().setAll(header());
        round.ifPresent(last -> page.column().getChildren().addAll(new RoundNotices(words).of(last, settings)));
        for (int i = 0; i < shelf.studies().size(); i++) {
            page.column().getChildren().add(study(i, shelf.studies().get(i), faults));
        }
        for (Path lost : shelf.lost()) {
            page.column().getChildren().add(loud("studies-lost", words.of("studies.lost", Safe.text(lost.toString()))));
        }
        boolean empty = shelf.studies().isEmpty() && shelf.lost().isEmpty();
        page.column().getChildren().add(empty ? ask.root() : add);
    }

    private VBox study(int index, KeptStudy kept, Function<Path, List<AnchorFault>> faults) {
        Study study = kept.last().statement().study();
        String id = Safe.text(study.id());
        VBox names = new VBox(4, Labels.of("title", id));
        study.title().ifPresent(title -> names.getChildren().add(Labels.of("body", Safe.text(title))));
        FlowPane glance = new StudyGlance(words).of(kept);
        VBox.setMargin(glance, new Insets(6, 0, 0, 0));
        names.getChildren().addAll(Labels.of("muted", summary(kept)), glance);
        HBox.setHgrow(names, Priority.ALWAYS);
        HBox head = new HBox(16, names);
        head.setAlignment(Pos.CENTER_LEFT);
        String ledger = kept.last().statement().ledger().hex();
        Expander expander = new Expander("study-" + index, id + ". " + summary(kept), head, () -> body(kept, faults));
        expander.expandedProperty().set(open.getOrDefault(ledger, index == 0));
        expander.expandedProperty().addListener((value, before, now) -> open.put(ledger, now));
        VBox card = new VBox(expander);
        card.getStyleClass().addAll("card", "study");
        return card;
    }

    private String summary(KeptStudy kept) {
        Statement last = kept.last().statement();
        String seals = words.count("studies.seals", kept.seals().size());
        String newest = words.of("studies.newest", words.moment(last.claimedTime()));
        String sponsor =
                last.study().sponsor().map(name -> " · " + Safe.text(name)).orElse("");
        return seals + " · " + newest + sponsor;
    }

    private VBox body(KeptStudy kept, Function<Path, List<AnchorFault>> faults) {
        VBox body = new VBox(16);
        body.getStyleClass().add("study-body");
        // A seal that is missing here may hold data: nothing is said of what came first.
        if (kept.isUnbroken()) {
            body.getChildren().add(order(kept));
        }
        for (long gap : kept.gaps()) {
            body.getChildren().add(loud("studies-gap", words.of("studies.gap", gap)));
        }
        for (long fork : kept.forks()) {
            body.getChildren().add(loud("studies-fork", words.of("studies.fork", fork)));
        }
        if (kept.seals().size() > 1) {
            body.getChildren().add(new StudyCharts(words, StudyTimeline.of(kept)).node());
        }
        SealLine line = new SealLine(words, actions);
        for (KeptSeal seal : kept.seals()) {
            SealHelp help = SealHelp.of(words, seal, faults.apply(seal.folder()));
            body.getChildren().add(line.of(seal, help, again(seal)));
        }
        return body;
    }

    private Button again(KeptSeal seal) {
        boolean first = seal.anchor()
                .filter(anchor -> anchor.step() == AnchorProgress.Step.NONE)
                .isPresent();
        String text = first ? words.of("studies.anchor-now") : words.of("studies.anchor-again");
        long number = seal.statement().place().seal();
        Button button = Buttons.plain("anchor-again-" + number, text);
        button.setAccessibleText(words.of("studies.action", text, number));
        button.setOnAction(event -> whenAgain.accept(seal.folder()));
        button.setDisable(stamping.contains(seal.folder()));
        again.put(seal.folder(), button);
        return button;
    }

    /** What is to be done when a seal is to be handed to calendars again. */
    void onAnchorAgain(Consumer<Path> action) {
        whenAgain = action;
    }

    /** Which seals are being handed to calendars, so that they are not handed twice. */
    void showStamping(Set<Path> folders) {
        stamping = folders;
        again.forEach((folder, button) -> button.setDisable(folders.contains(folder)));
    }

    /** Whether the protocol came before the data, at a glance. */
    private HBox order(KeptStudy kept) {
        boolean data = kept.firstData().isPresent();
        boolean documents = kept.firstDocuments().isPresent();
        if (!data) {
            return said(Icon.INFORMATION.node(20), words.of("studies.order.no-data"));
        }
        long first = kept.firstData().getAsLong();
        if (documents && kept.firstDocuments().getAsLong() < first) {
            long protocol = kept.firstDocuments().getAsLong();
            return said(Icon.PASSED.node(20, "icon-passed"), words.of("studies.order.first", protocol, first));
        }
        return said(Icon.WARNING.node(20, "icon-open"), words.of("studies.order.unknown", first));
    }

    private static HBox said(Node icon, String text) {
        Label label = Labels.of("body strong", text);
        label.setId("studies-order");
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(12, icon, label);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private static HBox loud(String id, String text) {
        Label label = Labels.of("body", text);
        label.setId(id);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(12, Icon.WARNING.node(20, "icon-failed"), label);
        line.getStyleClass().addAll("help", "trouble");
        return line;
    }
}
