package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trialseal.core.compare.ArtifactComparison.Counts;
import org.trialseal.core.compare.Difference.Kind;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.LogOrder;

/**
 * Compares a later export with a sealed event log. Rows and records are walked side by side in the order of the export;
 * where they part, the next few are tried, so that a record put in or taken out does not make all others changed.
 */
final class LogComparison {
    private static final int LOOK_AHEAD = 8;
    private static final long NONE = -1;

    private final SealedLog log;
    private final Schema later;
    private final long lead;
    private final Deque<Row> waiting = new ArrayDeque<>();
    private final List<Difference> differences = new ArrayList<>();
    private final Optional<PendingDifferences> all;
    private long listed;
    private long rows;
    private long next;
    private long added;
    private long inserted;
    private long removed;
    private long changed;
    private long unnamed;
    private long unseen;

    private record Row(long number, RowBatch values) {}

    /**
     * What came out.
     *
     * @param uncompared whether some sealed records could not be compared
     */
    record Result(long rows, Counts counts, boolean uncompared, List<Difference> differences, List<Note> notes) {}

    /**
     * @param later the export; it has all columns of the log
     * @param all takes every difference, where they are all wanted; then the result has none
     */
    LogComparison(SealedLog log, DatasetPlan later, Optional<PendingDifferences> all) {
        this.log = log;
        this.all = all;
        all.ifPresent(pending -> pending.keyColumns(log.keyColumns()));
        this.later = later.schema();
        this.lead = log.order() == LogOrder.NEWEST_FIRST ? Math.max(0, later.records() - log.records()) : 0;
    }

    /** Reads the rest of the reader's current table. */
    Result compare(TableReader reader, InOrderPass.Progress progress) throws IOException, MalformedException {
        for (var piece = reader.nextPiece(); piece.isPresent(); piece = reader.nextPiece()) {
            RowBatch batch = piece.get().decode();
            for (int row = 0; row < batch.rows(); row++) {
                take(new Row(rows++, single(batch, row)));
            }
            progress.rows(batch.rows());
        }
        settle(log.records() - next);
        return new Result(rows, new Counts(added, removed, changed, 0), unseen > 0, differences, notes());
    }

    private static RowBatch single(RowBatch batch, int row) {
        RowBatch single = new RowBatch(batch.columns(), 1, 64);
        for (int column = 0; column < batch.columns(); column++) {
            single.add(batch.type(row, column), batch.buffer(), batch.offset(row, column), batch.length(row, column));
        }
        return single;
    }

    private void take(Row row) throws IOException, MalformedException {
        if (row.number() < lead) {
            added(row);
            return;
        }
        long end = Math.min(log.records(), next + waiting.size() + LOOK_AHEAD);
        for (long at = next; at < end; at++) {
            if (log.isSame(row.values(), index(at))) {
                inserted += Math.max(0, waiting.size() - (at - next));
                settle(at - next);
                next++;
                return;
            }
        }
        waiting.add(row);
        if (next == log.records()) {
            added(waiting.remove());
        } else if (waiting.size() > LOOK_AHEAD) {
            pair(waiting.remove());
        }
    }

    /** The index of the sealed record at a place of the walk. */
    private long index(long place) {
        return log.order().index(place, log.records());
    }

    /** Pairs the waiting rows with the next {@code sealed} records; what is left on either side was added or removed. */
    private void settle(long sealed) throws IOException {
        long end = next + sealed;
        while (next < end && !waiting.isEmpty()) {
            pair(waiting.remove());
        }
        while (!waiting.isEmpty()) {
            added(waiting.remove());
        }
        for (; next < end; next++) {
            removed++;
            keep(new FoundDifference(Kind.REMOVED, NONE, null, index(next), next, new TreeMap<>(), List.of(), 0));
        }
    }

    private void pair(Row row) throws IOException {
        SealedLog.Judgement judgement = log.judge(row.values(), index(next));
        if (judgement instanceof SealedLog.Judgement.Changed differing) {
            changed(row, differing.columns());
        } else {
            unseen++;
        }
        next++;
    }

    private void changed(Row row, List<Integer> columns) throws IOException {
        changed++;
        unnamed += columns.isEmpty() ? 1 : 0;
        List<FieldChange> fields = new ArrayList<>();
        for (int column : columns) {
            fields.add(new FieldChange(
                    later.columns().get(column).name(),
                    Optional.empty(),
                    Optional.of(row.values().cell(0, column))));
        }
        keep(new FoundDifference(Kind.CHANGED, row.number(), null, index(next), next, keyOf(row), fields, 0));
    }

    private void added(Row row) throws IOException {
        added++;
        keep(new FoundDifference(Kind.ADDED, row.number(), null, NONE, NONE, keyOf(row), List.of(), 0));
    }

    private void keep(FoundDifference found) throws IOException {
        listed++;
        if (all.isPresent()) {
            all.get().add(found, listed, 0);
        } else if (differences.size() < ArtifactComparison.MAX_DIFFERENCES) {
            differences.add(found.toDifference());
        }
    }

    private SortedMap<String, String> keyOf(Row row) {
        SortedMap<String, String> key = new TreeMap<>();
        log.keyColumns()
                .forEach(name -> key.put(
                        name,
                        row.values().cell(0, later.indexOf(name).orElseThrow()).display()));
        return key;
    }

    private List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        if (added > 0 && inserted + removed + changed + unseen == 0) {
            notes.add(Note.of(Code.APPENDED, log.records(), added));
        } else if (inserted > 0) {
            notes.add(Note.of(Code.INSERTED, inserted));
        }
        if (unnamed > 0) {
            notes.add(Note.of(Code.FIELDS_UNNAMED, unnamed));
        }
        if (unseen > 0) {
            notes.add(Note.of(Code.LOG_UNSEEN, unseen));
        }
        if (all.isEmpty() && listed > differences.size()) {
            notes.add(Note.of(Code.NOT_LISTED_AFTER, differences.size()));
        }
        return notes;
    }
}
