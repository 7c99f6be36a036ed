package org.trialseal.app.work.prove;

import java.util.List;
import java.util.Optional;

/**
 * Something in a seal of which a package can show some or all.
 *
 * @param artifact index of its entry
 * @param records number of records; 0 for a document
 * @param subjects number of subjects; 0 where that is not counted
 * @param columns names of the columns; none for a document
 * @param subject the column that names the subject
 * @param keys the columns that together name a record of a subject
 * @param source name of the file that it was read from, or that it is
 * @param atHand whether its data are at hand: kept, or given
 */
public record SealedPart(
        int artifact,
        Kind kind,
        String name,
        long records,
        long subjects,
        List<String> columns,
        Optional<String> subject,
        List<String> keys,
        String source,
        boolean atHand) {
    /** What it is. */
    public enum Kind {
        DATASET,
        LOG,
        DOCUMENT
    }

    public SealedPart {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
    }
}
