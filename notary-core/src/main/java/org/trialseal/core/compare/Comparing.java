package org.trialseal.core.compare;

import java.io.Closeable;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.RecordColumns;
import org.trialseal.core.record.RowBatch;

/** What the passes over one dataset share: which sealed records were found, where, and what differs. */
final class Comparing implements Closeable {
    private final SealedDataset dataset;
    private final ColumnMapping mapping;
    private final ComparisonLimits limits;
    private final HiddenFolder hidden;
    private final GroupCursors cursors;
    private final int[] keyColumns;
    private final DifferenceList differences;
    private final RecordBits found;
    private final List<MatchedRuns> matched = new ArrayList<>();
    private final Set<Note> notes = new LinkedHashSet<>();
    private long rows;

    /** @param all takes every difference, where they are all wanted */
    Comparing(
            SealedDataset dataset,
            ColumnMapping mapping,
            ComparisonLimits limits,
            HiddenFolder hidden,
            SecureRandom random,
            Optional<PendingDifferences> all)
            throws MalformedException {
        this.dataset = dataset;
        this.mapping = mapping;
        this.limits = limits;
        this.hidden = hidden;
        this.cursors = new GroupCursors(
                dataset, RecordColumns.subject(dataset.schema(), dataset.settings()), hidden, random, limits.groups());
        this.keyColumns = RecordColumns.keys(dataset.schema(), dataset.settings());
        this.differences = new DifferenceList(dataset, mapping, all);
        this.found = new RecordBits(dataset.records());
    }

    SealedDataset dataset() {
        return dataset;
    }

    ColumnMapping mapping() {
        return mapping;
    }

    ComparisonLimits limits() {
        return limits;
    }

    HiddenFolder hidden() {
        return hidden;
    }

    GroupCursors cursors() {
        return cursors;
    }

    DifferenceList differences() {
        return differences;
    }

    RecordMatch newMatch() {
        return new RecordMatch(dataset, mapping, keyColumns);
    }

    /** Whether the later copy has all columns that the key fingerprint is made of. */
    boolean hasKeys() {
        for (int column : keyColumns) {
            if (!mapping.has(column)) {
                return false;
            }
        }
        return true;
    }

    /** A stream of matched rows, to be added to by ascending row. */
    synchronized MatchedRuns newRuns() {
        MatchedRuns runs = new MatchedRuns(hidden.newFile());
        matched.add(runs);
        return runs;
    }

    boolean isFound(OpenGroup group, long index) {
        return found.get(group.first() + index);
    }

    /** Whether all records of a group were found. */
    boolean isFound(OpenGroup group) {
        return found.isSet(group.first(), group.first() + group.count());
    }

    /** A sealed record was found. May be called by several threads. */
    void found(OpenGroup group, long index) {
        found.set(group.first() + index);
    }

    /** A row is the sealed record last judged, with other values. May be called by several threads. */
    synchronized void changed(OpenGroup group, long index, long number, RowBatch batch, int row, RecordMatch judged)
            throws IOException, MalformedException {
        found.set(group.first() + index);
        differences.changed(number, batch, row, group, index, judged.sealedPosition(), judged.differing());
    }

    /** A row is no sealed record. May be called by several threads. */
    synchronized void added(long number, RowBatch batch, int row) throws IOException {
        differences.added(number, batch, row);
    }

    void countRows(long more) {
        rows += more;
    }

    /** Rows of the later copy. */
    long rows() {
        return rows;
    }

    synchronized void note(Code code, Object... values) {
        notes.add(Note.of(code, values));
    }

    Set<Note> notes() {
        return notes;
    }

    /** Records that stand in another order. */
    MovedRecords moved() throws IOException, MalformedException {
        return MovedRecords.find(dataset.records() + dataset.hiddenRecords(), dataset.records(), hidden, matched);
    }

    @Override
    public void close() throws IOException {
        try (cursors) {
            for (MatchedRuns runs : matched) {
                runs.close();
            }
        }
    }
}
