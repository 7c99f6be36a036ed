package org.trialseal.app.work.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.record.KeyOrigin;
import org.trialseal.core.seal.LogOrder;

/**
 * What was understood of a file.
 *
 * @param item the file as it would be sealed
 * @param length in bytes
 * @param importer who reads it; empty for a document that nobody reads
 * @param options of the importer
 * @param facts what the file is
 * @param reasons why each setting was chosen
 * @param warnings what should be looked at before sealing
 * @param tables none for a document
 */
public record PlannedInput(
        SealItem item,
        long length,
        Optional<String> importer,
        Map<String, String> options,
        List<Phrase> facts,
        List<Phrase> reasons,
        List<Phrase> warnings,
        List<Table> tables) {
    public PlannedInput {
        options = Map.copyOf(options);
        facts = List.copyOf(facts);
        reasons = List.copyOf(reasons);
        warnings = List.copyOf(warnings);
        tables = List.copyOf(tables);
    }

    /**
     * One table.
     *
     * @param keysFrom who named the keys
     * @param described by which file, and what it gives
     * @param first the first records, values as they are shown to people
     */
    public record Table(
            String name,
            long records,
            List<String> columns,
            Optional<String> subject,
            List<String> keys,
            KeyOrigin keysFrom,
            Optional<DescribedBy> described,
            Optional<LogOrder> log,
            List<List<String>> first) {
        public Table {
            columns = List.copyOf(columns);
            keys = List.copyOf(keys);
            first = List.copyOf(first);
        }
    }

    /**
     * A description of a table in another file.
     *
     * @param file its name
     * @param gives what was taken of it; nothing when the data file says everything itself
     */
    public record DescribedBy(String file, List<String> gives) {
        public DescribedBy {
            gives = List.copyOf(gives);
        }
    }

    /** Whether it is sealed by its bytes. */
    public boolean isDocument() {
        return item instanceof SealItem.DocumentItem;
    }

    /** Number of records of all tables. */
    public long records() {
        return tables.stream().mapToLong(Table::records).sum();
    }
}
