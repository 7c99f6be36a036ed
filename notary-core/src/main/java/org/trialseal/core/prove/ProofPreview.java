package org.trialseal.core.prove;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.trialseal.core.record.Cell;

/**
 * What a package made now would give its reader. docs/proof-format.md, "What a package gives away", says what each part of
 * it means.
 *
 * @param statements number of seals, this one included, whose whole statements are shown
 * @param entries number of entries of the seal, which its statement says
 * @param opened how many of them are shown with their names and counts
 * @param tables what is shown of each dataset and event log, in the order of the seal
 * @param documents what is shown of each document
 * @param unprovable logs that hold no record of the chosen subjects; a log cannot prove that, and nothing of it is shown
 * @param length of the package in bytes, about
 */
public record ProofPreview(
        long statements,
        int entries,
        int opened,
        List<Table> tables,
        List<Document> documents,
        List<String> unprovable,
        long length) {
    public ProofPreview {
        tables = List.copyOf(tables);
        documents = List.copyOf(documents);
        unprovable = List.copyOf(unprovable);
    }

    /** Some of all. */
    public record Part(long shown, long of) {
        /** How many are not shown. */
        public long hidden() {
            return of - shown;
        }
    }

    /**
     * What is shown of a dataset or an event log: besides these its schema, its import settings and its number of columns.
     *
     * @param artifact index of its entry
     * @param log whether it is an event log
     * @param records how many of the records are shown, in whole or in part
     * @param groups how many of the subject groups; of a dataset without subjects the one group; none of none for a log
     * @param named whether the identifiers of the shown groups are shown, whatever fields are chosen
     * @param listed whether all subject entries are shown and the tag key is opened: their number and order are proven, and
     *     a guessed identifier can be tested
     * @param positions whether each shown record's position in the file is shown
     * @param absent the chosen subjects that are proven to have no records here
     * @param columns names of all columns
     * @param shownColumns names of those whose values are shown
     * @param source name of the file that it was read from
     * @param sourceOpened whether that file's digest and length are shown
     * @param earlier how many earlier seals' counts of a log are shown
     * @param first the first records as they are shown
     */
    public record Table(
            int artifact,
            String name,
            boolean log,
            Part records,
            Part groups,
            boolean named,
            boolean listed,
            boolean positions,
            List<String> absent,
            List<String> columns,
            List<String> shownColumns,
            String source,
            boolean sourceOpened,
            int earlier,
            List<Line> first) {
        public Table {
            absent = List.copyOf(absent);
            columns = List.copyOf(columns);
            shownColumns = List.copyOf(shownColumns);
            first = List.copyOf(first);
        }
    }

    /**
     * A record as it is shown.
     *
     * @param place in its subject's group, or in the log, from 0; always shown
     * @param position in the file, from 0
     * @param subject its group's identifier
     * @param fields shown values by column name, in the order of the columns
     */
    public record Line(long place, OptionalLong position, Optional<Cell> subject, Map<String, Cell> fields) {
        public Line {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /**
     * A document, which is shown as a whole, with its digest and length.
     *
     * @param length in bytes
     */
    public record Document(int artifact, String name, long length) {}
}
