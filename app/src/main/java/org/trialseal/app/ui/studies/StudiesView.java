package org.trialseal.app.ui.studies;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
import org.trialseal.app.work.AnchorWatch.Fault;
import org.trialseal.app.work.KeptStudies.Shelf;
import org.trialseal.app.work.KeptStudy;
import org.trialseal.app.work.Safe;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Study;

/** Builds the nodes of the list of studies: the latest open, the others closed. */
final class StudiesView {
    final Page page = new Page();
    final DropArea ask;
    final Button add;
    private final Words words;
    private final List<SealAction> actions;

    StudiesView(Words words, List<SealAction> actions) {
        this.words = words;
        this.actions = actions;
        ask = new DropArea(
                "studies-choose",
                words.of("studies.empty.title"),
                words.of("studies.empty.text"),
                words.of("studies.add"));
        add = Buttons.plain("studies-add", words.of("studies.add"));
        page.column().getChildren().setAll(header());
    }

    private Header header() {
        return new Header(words.of("studies.title"), words.of("studies.lead"));
    }

    void show(Shelf shelf, Function<Path, List<Fault>> faults) {
        page.column().getChildren().setAll(header());
        for (int i = 0; i < shelf.studies().size(); i++) {
            page.column().getChildren().add(study(i, shelf.studies().get(i), faults));
        }
        for (Path lost : shelf.lost()) {
            page.column().getChildren().add(loud("studies-lost", words.of("studies.lost", Safe.text(lost.toString()))));
        }
        boolean empty = shelf.studies().isEmpty() && shelf.lost().isEmpty();
        page.column().getChildren().add(empty ? ask.root() : add);
    }

    private VBox study(int index, KeptStudy kept, Function<Path, List<Fault>> faults) {
        Study study = kept.last().statement().study();
        String id = Safe.text(study.id());
        VBox names = new VBox(4, Labels.of("title", id));
        study.title().ifPresent(title -> names.getChildren().add(Labels.of("body", Safe.text(title))));
        names.getChildren()
                .add(Labels.of(
                        "muted",
                        words.count("studies.seals", kept.seals().size())
                                + study.sponsor()
                                        .map(sponsor -> " · " + Safe.text(sponsor))
                                        .orElse("")));
        HBox.setHgrow(names, Priority.ALWAYS);
        HBox head = new HBox(16, names);
        head.setAlignment(Pos.CENTER_LEFT);
        if (kept.last().statement().network() == Network.PRACTICE) {
            head.getChildren().add(chip(words.of("studies.practice")));
        }
        Expander expander = new Expander("study-" + index, id, head, () -> body(kept, faults));
        expander.expandedProperty().set(index == 0);
        VBox card = new VBox(expander);
        card.getStyleClass().addAll("card", "study");
        return card;
    }

    private VBox body(KeptStudy kept, Function<Path, List<Fault>> faults) {
        VBox body = new VBox(16);
        body.getStyleClass().add("study-body");
        // A seal that is missing here may hold data: nothing is said of what came first.
        if (kept.gaps().isEmpty() && kept.forks().isEmpty()) {
            body.getChildren().add(order(kept));
        }
        for (long gap : kept.gaps()) {
            body.getChildren().add(loud("studies-gap", words.of("studies.gap", gap)));
        }
        for (long fork : kept.forks()) {
            body.getChildren().add(loud("studies-fork", words.of("studies.fork", fork)));
        }
        SealLine line = new SealLine(words, actions);
        kept.seals().forEach(seal -> body.getChildren().add(line.of(seal, faults.apply(seal.folder()))));
        return body;
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
        line.getStyleClass().addAll("notice", "trouble");
        return line;
    }

    private static Label chip(String text) {
        Label chip = new Label(text);
        chip.getStyleClass().addAll("chip");
        chip.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return chip;
    }
}
