package org.trialseal.importers.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Column;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.importers.fault.DataFault;
import org.trialseal.importers.redcap.ExportColumns;

/** The first record as a schema. Names are exact; only the first column may be without one, as row names are. */
final class HeaderRow {
    private static final Map<String, String> ROW_NAME = Map.of("role", "row-name");

    private HeaderRow() {}

    /**
     * Reads the schema.
     *
     * @param line the line on which the header begins
     */
    static Schema schema(String file, RowBatch header, long line) throws MalformedException {
        if (header.columns() == 1 && header.length(0, 0) == 0) {
            throw DataFault.HEADER_NAMELESS.in(file, line);
        }
        Map<String, Integer> seen = new HashMap<>();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < header.columns(); i++) {
            String name = header.cell(0, i).display();
            requireName(file, line, i, name);
            Integer before = seen.put(name, i);
            if (before != null) {
                throw twice(header).in(file, line, before + 1, i + 1);
            }
            columns.add(name.isEmpty() ? Column.of(name, ROW_NAME) : Column.named(name));
        }
        return new Schema(columns);
    }

    private static DataFault twice(RowBatch header) {
        List<String> names = IntStream.range(0, header.columns())
                .mapToObj(i -> header.cell(0, i).display())
                .toList();
        return ExportColumns.isLabelled(names) ? DataFault.HEADER_LABELS : DataFault.HEADER_TWICE;
    }

    private static void requireName(String file, long line, int index, String name) throws MalformedException {
        if (name.isEmpty() && index > 0) {
            throw DataFault.HEADER_NO_NAME.in(file, line, index + 1);
        }
    }
}
