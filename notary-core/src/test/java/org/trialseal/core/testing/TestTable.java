package org.trialseal.core.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Schema;

/** A table in memory, and how it is to be read. */
public record TestTable(
        String name, List<String> columns, Optional<String> subject, List<String> keys, List<List<Cell>> rows) {
    public TestTable {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        rows = List.copyOf(rows);
    }

    /** A table whose first column is the subject. */
    public static TestTable grouped(String name, List<String> columns, List<List<Cell>> rows) {
        return new TestTable(name, columns, Optional.of(columns.get(0)), List.of(), rows);
    }

    /** A table without subjects. */
    public static TestTable ungrouped(String name, List<String> columns, List<List<Cell>> rows) {
        return new TestTable(name, columns, Optional.empty(), List.of(), rows);
    }

    /** Rows of characters; the empty string is an empty cell. */
    public static List<List<Cell>> rows(String... lines) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String line : lines) {
            List<Cell> row = new ArrayList<>();
            for (String field : line.split(",", -1)) {
                row.add(Cell.ofCharacters(field));
            }
            rows.add(row);
        }
        return rows;
    }

    /** The names {@code prefix1 .. prefixN}. */
    public static List<String> names(String prefix, int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add(prefix + i);
        }
        return names;
    }

    /** The same table under another name. */
    public TestTable named(String other) {
        return new TestTable(other, columns, subject, keys, rows);
    }

    /** The same table with other rows. */
    public TestTable withRows(List<List<Cell>> others) {
        return new TestTable(name, columns, subject, keys, others);
    }

    /** The identifier of a row's subject; empty without subjects. */
    public Optional<Cell> subjectOf(List<Cell> row) {
        return subject.map(column -> row.get(columns.indexOf(column)));
    }

    /** What an importer would say of it. */
    public DatasetPlan plan() {
        ImportSettings settings = new ImportSettings(MemoryImporter.ID, 1, new TreeMap<>(), subject, keys);
        return new DatasetPlan(name, rows.size(), Schema.ofNames(columns), settings);
    }
}
