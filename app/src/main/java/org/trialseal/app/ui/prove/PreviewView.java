package org.trialseal.app.ui.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.RowColumn;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;
import org.trialseal.core.prove.ProofPreview.Line;
import org.trialseal.core.prove.ProofPreview.Table;
import org.trialseal.core.record.Cell;

/** The card that says what the file will show and what stays hidden, with the first records as they will be. */
final class PreviewView {
    private static final double NARROW = 640;
    private static final double ROW = 34;
    private static final int COLUMNS = 8;

    final VBox card;
    final ProgressBar bar = new ProgressBar(-1);
    private final VBox body = new VBox(24);
    private final Words words;

    PreviewView(Words words) {
        this.words = words;
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words.of("prove.preview.working"));
        body.setId("prove-preview");
        card = Parts.card(Labels.of("title", words.of("prove.preview.title")), body);
    }

    void lacks(String what) {
        body.getChildren()
                .setAll(new HBox(12, Icon.INFORMATION.node(20), Parts.wide(Parts.label("prove-lack", "body", what))));
    }

    void working() {
        bar.setProgress(-1);
        body.getChildren().setAll(new VBox(8, Labels.of("body", words.of("prove.preview.working")), bar));
    }

    void refused(Trouble trouble) {
        body.getChildren().setAll(Parts.trouble("prove-refused", trouble));
    }

    void shown(String sum, List<PreviewTeller.Group> shown, List<PreviewTeller.Group> hidden, List<Table> tables) {
        Node see = side("prove-shown", Icon.SHOWN, words.of("prove.shown.title"), shown, "shown-side");
        Node not = side("prove-hidden", Icon.HIDDEN, words.of("prove.hidden.title"), hidden, "hidden-side");
        body.getChildren().setAll(Parts.label("prove-sum", "heading", sum), beside(see, not));
        List<Node> samples = new ArrayList<>();
        for (Table table : tables) {
            sample(table).ifPresent(samples::add);
        }
        if (!samples.isEmpty()) {
            body.getChildren().add(Labels.of("heading", words.of("prove.sample.title")));
            body.getChildren().addAll(samples);
        }
    }

    private static VBox side(String id, Icon icon, String title, List<PreviewTeller.Group> groups, String styleClass) {
        HBox head = new HBox(10, icon.node(22, "icon-accent"), Labels.of("heading", title));
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        VBox side = new VBox(16, head);
        side.setId(id);
        for (PreviewTeller.Group group : groups) {
            VBox said = new VBox(6, Labels.of("strong", group.title()));
            for (String sentence : group.sentences()) {
                Label dot = new Label("•");
                dot.getStyleClass().add("muted");
                dot.setMinWidth(12);
                HBox line = new HBox(4, dot, Parts.wide(Labels.of("body", sentence)));
                said.getChildren().add(line);
            }
            side.getChildren().add(said);
        }
        side.getStyleClass().addAll("side", styleClass);
        return side;
    }

    /** Beside each other where there is room, else below each other. */
    private static StackPane beside(Node left, Node right) {
        StackPane place = new StackPane();
        place.widthProperty().addListener((value, before, width) -> {
            boolean narrow = width.doubleValue() < NARROW;
            Pane now = place.getChildren().isEmpty()
                    ? new VBox()
                    : (Pane) place.getChildren().get(0);
            if (place.getChildren().isEmpty() || narrow == now instanceof HBox) {
                now.getChildren().clear();
                place.getChildren().setAll(narrow ? new VBox(16, left, right) : columns(left, right));
            }
        });
        return place;
    }

    private static HBox columns(Node left, Node right) {
        for (Node node : List.of(left, right)) {
            Parts.wide(node);
            ((VBox) node).setPrefWidth(0);
        }
        return new HBox(16, left, right);
    }

    private Optional<Node> sample(Table table) {
        if (table.first().isEmpty()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        if (table.named()) {
            names.add(words.of("prove.sample.subject"));
        }
        List<String> shown =
                table.shownColumns().stream().limit(COLUMNS).map(Safe::text).toList();
        names.addAll(shown);
        List<List<String>> lines =
                table.first().stream().map(line -> cells(table, line)).toList();
        VBox sample = new VBox(8, Labels.of("strong", Safe.text(table.name())), grid(table, names, lines));
        int more = table.shownColumns().size() - shown.size();
        if (more > 0) {
            sample.getChildren().add(Labels.of("muted", words.count("prove.sample.more", more)));
        }
        return Optional.of(sample);
    }

    private static List<String> cells(Table table, Line line) {
        List<String> cells = new ArrayList<>();
        if (table.named()) {
            cells.add(line.subject().map(Cell::display).map(Safe::text).orElse(""));
        }
        for (String column : table.shownColumns().stream().limit(COLUMNS).toList()) {
            Cell cell = line.fields().get(column);
            cells.add(cell == null ? "" : Safe.text(cell.display()));
        }
        return cells;
    }

    private TableView<List<String>> grid(Table table, List<String> names, List<List<String>> lines) {
        TableView<List<String>> grid = new TableView<>();
        grid.setId("prove-sample-" + table.artifact());
        grid.setAccessibleText(words.of("prove.sample.name", Safe.text(table.name())));
        grid.getStyleClass().add("sample-table");
        grid.setFixedCellSize(ROW);
        grid.setPrefHeight(ROW * (lines.size() + 1) + 26);
        grid.setMinHeight(grid.getPrefHeight());
        for (int i = 0; i < names.size(); i++) {
            grid.getColumns().add(RowColumn.of(names.get(i), i, lines));
        }
        grid.getItems().setAll(lines);
        return grid;
    }
}
