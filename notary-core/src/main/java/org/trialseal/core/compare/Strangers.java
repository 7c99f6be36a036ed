package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.SealedGroup;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.RowBatch;

/**
 * Rows of subjects that are not in the seal, beside groups that no row names any more: where most of such rows are
 * records of such a group but for the identifier, that was changed, and all of them are compared with that group.
 */
final class Strangers {
    private static final int SAMPLE = 8;
    private static final long MOST_RECORDS = 200_000;

    private final Comparing comparing;
    private final LeftoverRows leftovers;
    private final RecordMatch match;
    private final Map<Cell, List<SampleRow>> samples = new LinkedHashMap<>();

    private record SampleRow(RowBatch batch, int row) {}

    Strangers(Comparing comparing, LeftoverRows leftovers) {
        this.comparing = comparing;
        this.leftovers = leftovers;
        this.match = comparing.newMatch();
    }

    /** Compares what can be compared; rows for which there is no such group become loose. */
    void regroup(List<SealedGroup> missing, LooseRows loose) throws IOException, MalformedException {
        Map<Cell, GroupCursor> renamed = new HashMap<>();
        Optional<Integer> column = comparing.cursors().subjectColumn();
        if (column.isPresent() && !missing.isEmpty() && comparing.hasKeys()) {
            takeSamples(column.get());
            renamed.putAll(findGroups(missing));
            samples.clear();
        }
        try (LeftoverRows known = new LeftoverRows(comparing)) {
            leftovers.strangers().visit((number, none, fingerprint, batch, row) -> {
                GroupCursor cursor = renamed.isEmpty() ? null : renamed.get(batch.cell(row, column.orElseThrow()));
                if (cursor == null) {
                    loose.add(number, null, batch, row);
                } else {
                    known.add(number, cursor, match.fingerprint(cursor.open(), batch, row), batch, row);
                }
            });
            new LeftoverPass(comparing, known, loose).run();
        }
        if (!renamed.isEmpty()) {
            comparing.note(renamed.size() == 1 ? Code.SUBJECT_RENAMED : Code.SUBJECTS_RENAMED, renamed.size());
        }
    }

    private void takeSamples(int column) throws IOException, MalformedException {
        leftovers.strangers().visit((number, none, fingerprint, batch, row) -> {
            Cell subject = batch.cell(row, column);
            List<SampleRow> rows = samples.get(subject);
            if (rows == null && samples.size() < comparing.limits().strangers()) {
                rows = new ArrayList<>();
                samples.put(subject, rows);
            }
            if (rows != null && rows.size() < SAMPLE) {
                rows.add(new SampleRow(single(batch, row), 0));
            }
        });
    }

    private static RowBatch single(RowBatch batch, int row) {
        RowBatch single = new RowBatch(batch.columns());
        for (int column = 0; column < batch.columns(); column++) {
            single.add(batch.type(row, column), batch.buffer(), batch.offset(row, column), batch.length(row, column));
        }
        return single;
    }

    private Map<Cell, GroupCursor> findGroups(List<SealedGroup> missing) throws IOException, MalformedException {
        Map<Cell, GroupCursor> renamed = new HashMap<>();
        long records = 0;
        for (SealedGroup group :
                missing.subList(0, Math.min(missing.size(), comparing.limits().strangers()))) {
            records += group.count();
            if (records > MOST_RECORDS) {
                break;
            }
            OpenGroup open = OpenGroup.of(group);
            Map<Long, Long> indices = indices(open);
            for (Map.Entry<Cell, List<SampleRow>> sample : samples.entrySet()) {
                if (!renamed.containsKey(sample.getKey()) && agrees(open, indices, sample.getValue())) {
                    renamed.put(sample.getKey(), comparing.cursors().addOrphan(group));
                    break;
                }
            }
        }
        return renamed;
    }

    private Map<Long, Long> indices(OpenGroup group) throws IOException, MalformedException {
        Map<Long, Long> indices = new HashMap<>();
        for (long index = 0; index < group.count(); index++) {
            indices.put(match.fingerprint(group.first() + index), index);
        }
        return indices;
    }

    private boolean agrees(OpenGroup group, Map<Long, Long> indices, List<SampleRow> rows)
            throws IOException, MalformedException {
        int common = comparing.mapping().common().length;
        int agreeing = 0;
        for (SampleRow sample : rows) {
            Long index = indices.get(match.fingerprint(group, sample.batch(), sample.row()));
            if (index != null) {
                match.isSame(group, index, sample.batch(), sample.row());
                agreeing += match.agreeing() >= common - 1 ? 1 : 0;
            }
        }
        return agreeing * 2 > rows.size();
    }
}
