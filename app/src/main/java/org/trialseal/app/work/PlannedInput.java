package org.trialseal.app.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.seal.LogOrder;

/**
 * What was understood of a file.
 *
 * @param item the file as it would be sealed
 * @param length in bytes
 * @param importer who reads it; empty for a document
 * @param options of the importer
 * @param reasons why each setting was chosen, in the importer's words
 * @param tables none for a document
 */
public record PlannedInput(
        SealItem item,
        long length,
        Optional<String> importer,
        Map<String, String> options,
        List<String> reasons,
        List<Table> tables) {
    public PlannedInput {
        options = Map.copyOf(options);
        reasons = List.copyOf(reasons);
        tables = List.copyOf(tables);
    }

    /**
     * One table.
     *
     * @param first the first records, values as they are shown to people
     */
    public record Table(
            String name,
            long records,
            List<String> columns,
            Optional<String> subject,
            List<String> keys,
            Optional<LogOrder> log,
            List<List<String>> first) {
        public Table {
            columns = List.copyOf(columns);
            keys = List.copyOf(keys);
            first = List.copyOf(first);
        }
    }

    /** Number of records of all tables. */
    public long records() {
        return tables.stream().mapToLong(Table::records).sum();
    }
}
