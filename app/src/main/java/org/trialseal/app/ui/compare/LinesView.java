package org.trialseal.app.ui.compare;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.ui.part.Buttons;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Styles;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.compare.ComparisonLine;
import org.trialseal.app.work.compare.LineChoice.Order;

/** The table of what differs, old and new side by side, with its filters. */
final class LinesView {
    private static final double ROW = 36;
    private static final double HEIGHT = 440;

    /** Below this width the table scrolls sideways. */
    private static final double FITTING = 900;

    private static final double EDGES = 20;
    private static final int FEWEST = 3;
    private static final double LEAST_COLUMN = 92;
    private static final double LEAST_KEY = 216;

    /** How much of its usual width a column keeps. */
    private static final double LEAST_SHARE = 0.85;

    private static final int MOST_IN_CELL = 300;

    final TextField text = new TextField();
    final ComboBox<String> kind = combo("compare-filter-kind");
    final ComboBox<String> field = combo("compare-filter-field");
    final ComboBox<String> dataset = combo("compare-filter-dataset");
    final Button clear;
    final Button copy;
    final TableView<ComparisonLine> table = new TableView<>();
    final Label count = Labels.of("muted");
    final Label limit = Labels.of("body");
    final Label unkept = Labels.of("body");
    final VBox card;
    private final Map<Order, TableColumn<ComparisonLine, ?>> columns = new EnumMap<>(Order.class);
    private final VBox datasetField;
    private final Words words;
    private final LineWords lineWords;

    LinesView(Words words) {
        this.words = words;
        this.lineWords = new LineWords(words);
        text.setId("compare-filter");
        text.setPromptText(words.of("compare.filter.prompt"));
        text.setAccessibleText(words.of("compare.filter.text"));
        text.setPrefColumnCount(18);
        clear = Buttons.quiet("compare-filter-clear", words.of("compare.filter.clear"));
        copy = Buttons.with(Icon.COPY, Buttons.plain("compare-copy", words.of("compare.copy")));
        count.setId("compare-count");
        limit.setId("compare-limit");
        unkept.setId("compare-unkept");
        datasetField = named(words.of("compare.filter.dataset"), dataset);
        FlowPane filters = new FlowPane(
                16,
                12,
                named(words.of("compare.filter.text"), text),
                named(words.of("compare.filter.kind"), kind),
                named(words.of("compare.filter.field"), field),
                datasetField,
                clear);
        filters.setRowValignment(javafx.geometry.VPos.BOTTOM);
        makeTable();
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(16, new VBox(2, Labels.of("title", words.of("compare.table.title")), count), space, copy);
        head.setAlignment(Pos.TOP_LEFT);
        card = new VBox(16, head, filters, table, said(limit), said(unkept));
        card.getStyleClass().add("card");
    }

    private void makeTable() {
        table.setId("compare-table");
        table.setAccessibleText(words.of("compare.table.title"));
        table.setFixedCellSize(ROW);
        table.widthProperty()
                .addListener((value, before, width) -> table.setColumnResizePolicy(
                        width.doubleValue() < FITTING
                                ? TableView.UNCONSTRAINED_RESIZE_POLICY
                                : TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS));
        table.setPlaceholder(Labels.of("muted body", words.of("compare.filter.nothing")));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        column(Order.DATASET, words.of("compare.column.dataset"), 90, ComparisonLine::dataset, line -> true);
        column(
                Order.KEY,
                words.of("compare.column.record"),
                240,
                lineWords::record,
                line -> !line.key().isEmpty());
        column(Order.KIND, words.of("compare.column.kind"), 144, line -> lineWords.kind(line.kind()), line -> true);
        column(
                Order.FIELD,
                words.of("compare.column.field"),
                130,
                lineWords::field,
                line -> !line.field().isEmpty());
        column(
                Order.SEALED_VALUE,
                words.of("compare.column.sealed"),
                150,
                lineWords::sealed,
                line -> LineWords.isValue(line.sealed()));
        column(
                Order.LATER_VALUE,
                words.of("compare.column.later"),
                150,
                lineWords::later,
                line -> LineWords.isValue(line.later()));
        column(
                Order.SEALED_RECORD,
                words.of("compare.column.sealedrecord"),
                100,
                line -> lineWords.number(line.sealedRecord()),
                line -> true);
        column(
                Order.LATER_RECORD,
                words.of("compare.column.laterrecord"),
                100,
                line -> lineWords.number(line.laterRecord()),
                line -> true);
    }

    private void column(
            Order order,
            String title,
            double width,
            Function<ComparisonLine, String> words,
            Function<ComparisonLine, Boolean> isValue) {
        TableColumn<ComparisonLine, String> column = new TableColumn<>(title);
        column.setId("compare-column-"
                + order.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        column.setPrefWidth(width);
        column.setMinWidth(order == Order.KEY ? LEAST_KEY : Math.max(LEAST_COLUMN, width * LEAST_SHARE));
        column.setReorderable(false);
        column.setCellValueFactory(line -> new ReadOnlyStringWrapper(words.apply(line.getValue())));
        column.setCellFactory(made -> new LineCell(isValue));
        columns.put(order, column);
        table.getColumns().add(column);
    }

    /** Makes room for a number of lines, as far as a screen has it. */
    void room(int lines) {
        double height = Math.min(HEIGHT, ROW * (Math.max(FEWEST, lines) + 1) + EDGES);
        table.setPrefHeight(height);
        table.setMinHeight(height);
    }

    /** What a column is sorted by. */
    Order order(TableColumn<ComparisonLine, ?> column) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Order.PLACE);
    }

    /** Shows or hides what is only of use when there are several datasets. */
    void several(boolean datasets) {
        Styles.show(datasetField, datasets);
        TableColumn<ComparisonLine, ?> column = columns.get(Order.DATASET);
        if (column != null) {
            column.setVisible(datasets);
        }
    }

    private static HBox said(Label label) {
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(12, Icon.INFORMATION.node(18, "icon-accent"), label);
        line.setAlignment(Pos.TOP_LEFT);
        line.managedProperty().bind(line.visibleProperty());
        line.visibleProperty().bind(label.textProperty().isNotEmpty());
        return line;
    }

    private static ComboBox<String> combo(String id) {
        ComboBox<String> combo = new ComboBox<>();
        combo.setId(id);
        return combo;
    }

    private static VBox named(String name, Node control) {
        Label label = Labels.of("strong", name);
        label.setLabelFor(control);
        control.setAccessibleText(name);
        return new VBox(6, label, control);
    }

    /** A cell whose words stand for a missing value when they are not one. */
    private static final class LineCell extends TableCell<ComparisonLine, String> {
        private final Function<ComparisonLine, Boolean> isValue;

        LineCell(Function<ComparisonLine, Boolean> isValue) {
            this.isValue = isValue;
        }

        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            ComparisonLine line = empty ? null : getTableRow().getItem();
            if (line == null || words == null) {
                setText(null);
                setTooltip(null);
                return;
            }
            boolean cut = words.length() > MOST_IN_CELL;
            setText(cut ? words.substring(0, MOST_IN_CELL) + "…" : words);
            setTooltip(words.length() > 24 ? new Tooltip(getText()) : null);
            Styles.set(this, "absent", !isValue.apply(line));
        }
    }
}
