package org.trialseal.core.prove;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.trialseal.core.prove.ProofPreview.Line;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.Schema;

/** What was read of one dataset or log, and what of it a package shows with these or those fields. */
interface TablePreview {
    /** Index of the entry. */
    int artifact();

    /** Its name. */
    String name();

    /** Whether nothing of it can be shown. */
    boolean isUnprovable();

    /**
     * What is shown.
     *
     * @param fields columns by name; all when empty
     * @param source name of the file that it was read from
     * @param opened whether that file's digest is shown
     */
    ProofPreview.Table shown(List<String> fields, String source, boolean opened);

    /** Length of the disclosure in bytes, about. */
    long length(List<String> fields);

    /** The names of columns counted from 1. */
    static List<String> names(Schema schema, BitSet columns) {
        return columns.stream()
                .mapToObj(column -> schema.columns().get(column - 1).name())
                .toList();
    }

    /** A row as it is shown. */
    static Line line(
            ShownRows.First row, Schema schema, BitSet columns, OptionalLong position, Optional<Cell> subject) {
        Map<String, Cell> fields = new LinkedHashMap<>();
        columns.stream()
                .forEach(column -> fields.put(
                        schema.columns().get(column - 1).name(), row.values().cell(0, column - 1)));
        return new Line(row.index(), position, subject, fields);
    }
}
