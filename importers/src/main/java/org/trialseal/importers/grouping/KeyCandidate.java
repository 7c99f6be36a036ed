package org.trialseal.importers.grouping;

import java.util.List;

/**
 * Columns that may together name a record.
 *
 * @param columns at least one
 * @param standard whether the source's own standard names them as keys, so that they are kept even when some repeat
 */
public record KeyCandidate(List<String> columns, boolean standard) {
    public KeyCandidate {
        columns = List.copyOf(columns);
    }

    /** The columns as people write them. */
    String label() {
        return String.join(", ", columns);
    }
}
