package org.trialseal.app.ui.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.RowColumn;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.input.InputWishes;
import org.trialseal.app.work.input.PlannedInput;
import org.trialseal.core.seal.LogOrder;

/** Shows how a file was understood, and lets it be mended: options of the importer, and of each table its grouping. */
final class MendView {
    /** In the order of the choice. */
    private static final List<LogOrder> LOGS = List.of(LogOrder.OLDEST_FIRST, LogOrder.NEWEST_FIRST);

    private static final double ROW = 32;
    private static final double GAP = 24;

    /** What an option can be; the first of a list is a usual choice. Options that are not here are shown only. */
    private static final Map<String, List<String>> CHOICES = Map.of(
            "delimiter", List.of(",", ";", "tab", "|", "space"),
            "quote", List.of("\"", "'", "none"),
            "encoding", List.of("UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"));

    private final Words words;
    private final String id;

    MendView(Words words, String id) {
        this.words = words;
        this.id = id;
    }

    /** The options of the importer, each a choice. */
    Node options(Optional<String> importer, Map<String, String> options, BiConsumer<String, String> change) {
        FlowPane flow = flow();
        new TreeMap<>(options).forEach((name, value) -> {
            List<String> values = new ArrayList<>(CHOICES.getOrDefault(name, List.of()));
            if (importer.equals(Optional.of("xport"))) {
                values.removeIf(choice -> choice.startsWith("UTF-16"));
            }
            if (!values.contains(value)) {
                values.add(0, value);
            }
            String title = option(name);
            ComboBox<String> choice = choice(id + "-" + name, title, values, value);
            choice.setConverter(new Said());
            choice.setOnAction(event -> change.accept(name, choice.getValue()));
            flow.getChildren().add(InputView.named(title, choice));
        });
        return flow;
    }

    /** The same for a file that could not be read; what was not asked for is left to the importer. */
    Node missing(Optional<String> importer, Map<String, String> asked, BiConsumer<String, String> change) {
        Map<String, String> options = new TreeMap<>();
        if (importer.equals(Optional.of("csv"))) {
            CHOICES.keySet().forEach(name -> options.put(name, words.of("seal.option.automatic")));
        } else if (importer.equals(Optional.of("xport"))) {
            options.put("encoding", words.of("seal.option.automatic"));
        }
        options.putAll(asked);
        return options(importer, options, change);
    }

    /** Says the values of options that are words. */
    private final class Said extends StringConverter<String> {
        @Override
        public String toString(@Nullable String value) {
            switch (value == null ? "" : value) {
                case "tab":
                    return words.of("seal.option.tab");
                case "space":
                    return words.of("seal.option.space");
                case "none":
                    return words.of("seal.option.none");
                default:
                    return value == null ? "" : value;
            }
        }

        @Override
        public String fromString(String said) {
            throw new UnsupportedOperationException("nothing is typed");
        }
    }

    private String option(String name) {
        switch (name) {
            case "delimiter":
                return words.of("seal.option.delimiter");
            case "quote":
                return words.of("seal.option.quote");
            case "encoding":
                return words.of("seal.option.encoding");
            default:
                return name;
        }
    }

    /** Why the importer decided so. */
    Node reasons(PlannedInput plan) {
        VBox lines = new VBox(4, Labels.of("strong", words.of("seal.reasons")));
        plan.reasons().forEach(reason -> lines.getChildren().add(Labels.of("muted body", "·  " + words.say(reason))));
        return lines;
    }

    /** One table: its grouping, and its first records. */
    Node table(PlannedInput.Table table, Consumer<InputWishes.Table> change) {
        String here = id + "-" + table.name().replaceAll("[^A-Za-z0-9_-]", "_");
        List<String> subjects = new ArrayList<>(List.of(words.of("seal.table.ungrouped")));
        subjects.addAll(table.columns());
        ComboBox<String> subject = choice(
                here + "-subject",
                words.of("seal.table.subject"),
                subjects,
                table.subject().orElse(subjects.get(0)));
        List<String> kinds =
                List.of(words.of("seal.kind.dataset"), words.of("seal.kind.log"), words.of("seal.kind.log-newest"));
        ComboBox<String> kind = choice(
                here + "-kind",
                words.of("seal.table.kind"),
                kinds,
                kinds.get(table.log().map(order -> LOGS.indexOf(order) + 1).orElse(0)));
        List<String> keys = new ArrayList<>(table.keys());
        Runnable tell = () -> change.accept(new InputWishes.Table(
                subject.getSelectionModel().getSelectedIndex() == 0
                        ? Optional.empty()
                        : Optional.of(subject.getValue()),
                keys,
                log(kind.getSelectionModel().getSelectedIndex())));
        subject.setOnAction(event -> tell.run());
        kind.setOnAction(event -> tell.run());
        FlowPane flow = flow();
        flow.getChildren()
                .addAll(
                        InputView.named(words.of("seal.table.subject"), subject),
                        InputView.named(words.of("seal.table.keys"), keys(here + "-keys", table.columns(), keys, tell)),
                        InputView.named(words.of("seal.table.kind"), kind));
        VBox all = new VBox(12, Labels.of("heading", Safe.text(table.name())), flow);
        if (!table.first().isEmpty()) {
            String title = words.count("seal.first", table.first().size());
            TableView<List<String>> first = first(here, table);
            first.setAccessibleText(title);
            all.getChildren().addAll(Labels.of("strong", title), first);
        }
        return all;
    }

    private static Optional<LogOrder> log(int index) {
        return index <= 0 ? Optional.empty() : Optional.of(LOGS.get(index - 1));
    }

    private MenuButton keys(String here, List<String> columns, List<String> keys, Runnable changed) {
        MenuButton menu = new MenuButton(keys.isEmpty() ? words.of("seal.table.nokeys") : String.join(", ", keys));
        menu.setId(here);
        menu.setAccessibleText(words.of("seal.table.keys") + ": " + menu.getText());
        List<String> before = List.copyOf(keys);
        for (String column : columns) {
            CheckBox box = new CheckBox(Safe.text(column));
            box.setId(here + "-" + column);
            box.setMnemonicParsing(false);
            box.setSelected(keys.contains(column));
            box.setOnAction(event -> {
                keys.remove(column);
                if (box.isSelected()) {
                    keys.add(column);
                }
            });
            menu.getItems().add(new CustomMenuItem(box, false));
        }
        menu.setOnHidden(event -> {
            if (!keys.equals(before)) {
                changed.run();
            }
        });
        return menu;
    }

    private static TableView<List<String>> first(String here, PlannedInput.Table table) {
        TableView<List<String>> view = new TableView<>();
        view.setId(here + "-first");
        view.setFixedCellSize(ROW);
        view.setPrefHeight(ROW * (table.first().size() + 1) + 18);
        view.setMinHeight(view.getPrefHeight());
        int columns = table.first().get(0).size();
        for (int i = 0; i < columns; i++) {
            view.getColumns().add(RowColumn.of(Safe.text(table.columns().get(i)), i, table.first()));
        }
        view.getItems().setAll(table.first());
        return view;
    }

    private static ComboBox<String> choice(String id, String name, List<String> values, String chosen) {
        ComboBox<String> choice = new ComboBox<>();
        choice.setId(id);
        choice.setAccessibleText(name);
        choice.getItems().setAll(values);
        choice.setValue(chosen);
        return choice;
    }

    private static FlowPane flow() {
        return new FlowPane(GAP, 12);
    }
}
