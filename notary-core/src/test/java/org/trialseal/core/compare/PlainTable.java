package org.trialseal.core.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rows of characters: what the oracle compares, and what files are written from. */
record PlainTable(
        String name, List<String> columns, Optional<String> subject, List<String> keys, List<List<String>> rows) {
    static PlainTable of(String name, String columns, Optional<String> subject, List<String> keys) {
        return new PlainTable(name, Arrays.asList(columns.split(",")), subject, keys, new ArrayList<>());
    }

    PlainTable row(String... cells) {
        rows.add(new ArrayList<>(Arrays.asList(cells)));
        return this;
    }

    /** A copy whose rows can be edited. */
    PlainTable copy() {
        return withRows(rows);
    }

    PlainTable withRows(List<List<String>> newRows) {
        List<List<String>> copied = newRows.stream()
                .map(row -> (List<String>) new ArrayList<>(row))
                .collect(Collectors.toCollection(ArrayList::new));
        return new PlainTable(name, columns, subject, keys, copied);
    }

    PlainTable set(int row, String column, String value) {
        rows.get(row).set(columns.indexOf(column), value);
        return this;
    }

    String get(int row, String column) {
        return rows.get(row).get(columns.indexOf(column));
    }

    /** The table with these columns only, in this order; columns it lacks hold {@code new}. */
    PlainTable select(List<String> names) {
        List<List<String>> selected = new ArrayList<>();
        for (List<String> row : rows) {
            selected.add(names.stream()
                    .map(column -> columns.contains(column) ? row.get(columns.indexOf(column)) : "new")
                    .collect(Collectors.toCollection(ArrayList::new)));
        }
        return new PlainTable(name, names, subject, keys, selected);
    }

    String text(String delimiter) {
        StringBuilder text = new StringBuilder("=" + name + "\n")
                .append(String.join(delimiter, columns))
                .append('\n');
        rows.forEach(row -> text.append(String.join(delimiter, row)).append('\n'));
        return text.toString();
    }

    Path write(Path folder, String delimiter) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(name + ".txt"), text(delimiter));
    }
}
