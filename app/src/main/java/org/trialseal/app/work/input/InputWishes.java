package org.trialseal.app.work.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trialseal.core.seal.LogOrder;

/**
 * How somebody wants one file to be read; what is not said is inferred.
 *
 * @param document whether it is sealed by its bytes only
 * @param options of its importer: delimiter, encoding ...
 * @param tables by name
 */
public record InputWishes(boolean document, Map<String, String> options, Map<String, Table> tables) {
    /** Everything is inferred. */
    public static final InputWishes NONE = new InputWishes(false, Map.of(), Map.of());

    /**
     * How one table is read.
     *
     * @param subject the subject column; empty for a table that is not grouped
     * @param log whether, and in which order, it is an event log
     */
    public record Table(Optional<String> subject, List<String> keys, Optional<LogOrder> log) {
        public Table {
            keys = List.copyOf(keys);
        }
    }

    public InputWishes {
        options = Map.copyOf(options);
        tables = Map.copyOf(tables);
    }

    /** The same, sealed by its bytes only or not. */
    public InputWishes asDocument(boolean wanted) {
        return new InputWishes(wanted, options, tables);
    }

    /** The same with an option of the importer. Its tables are inferred anew, since they may have other columns. */
    public InputWishes with(String option, String value) {
        Map<String, String> more = new TreeMap<>(options);
        more.put(option, value);
        return new InputWishes(document, more, Map.of());
    }

    /** The same with one table read so. */
    public InputWishes with(String name, Table table) {
        Map<String, Table> more = new TreeMap<>(tables);
        more.put(name, table);
        return new InputWishes(document, options, more);
    }
}
