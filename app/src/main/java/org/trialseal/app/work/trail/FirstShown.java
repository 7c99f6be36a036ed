package org.trialseal.app.work.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.trail.ProofTrail.Field;
import org.trialseal.app.work.trail.ProofTrail.RecordShown;
import org.trialseal.core.proof.ShownField;
import org.trialseal.core.proof.ShownGroup;
import org.trialseal.core.proof.ShownRecord;
import org.trialseal.core.proof.ShownRun;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.LogSchemas;
import org.trialseal.core.verify.DisclosureListener;
import org.trialseal.core.verify.GroupHashes;

/** Remembers the first record that a package shows of a dataset, or else the first log or document. */
final class FirstShown implements DisclosureListener {
    private static final int NONE = -1;
    private static final int MOST_FIELDS = 8;

    private int artifact = NONE;
    private boolean inDataset;
    private @Nullable Schema schema;
    private @Nullable ShownGroup group;
    private @Nullable RecordShown record;

    int artifact() {
        return artifact;
    }

    Optional<RecordShown> record() {
        return Optional.ofNullable(record);
    }

    @Override
    public void beginDataset(int index, DatasetEntry entry, Schema columns, ImportSettings settings) {
        inDataset = true;
        if (record == null) {
            schema = columns;
            artifact = index;
        }
    }

    @Override
    public void beginLog(int index, LogEntry entry, LogSchemas schemas, ImportSettings settings) {
        begin(index);
    }

    @Override
    public void beginDocument(int index, DocumentEntry entry) {
        begin(index);
    }

    private void begin(int index) {
        inDataset = false;
        if (artifact == NONE) {
            artifact = index;
        }
    }

    @Override
    public void wholeGroup(ShownGroup begun, GroupKey key) {
        group = begun;
    }

    @Override
    public void partialGroup(ShownGroup begun, long shown) {
        group = begun;
    }

    @Override
    public void record(long index, long position, RowBatch batch, int row) {
        if (record == null && group != null && schema != null) {
            List<Field> fields = new ArrayList<>();
            for (int column = 0; column < Math.min(MOST_FIELDS, batch.columns()); column++) {
                fields.add(field(column, batch.cell(row, column)));
            }
            record = shown(group, index, fields);
        }
    }

    @Override
    public void shown(ShownRecord shown) {
        if (record == null && inDataset && group != null && schema != null) {
            List<Field> fields = new ArrayList<>();
            int column = 0;
            for (ShownRun run : shown.runs()) {
                List<ShownField> units = run instanceof ShownRun.Open open ? open.fields() : List.of();
                for (ShownField unit : units) {
                    if (unit instanceof ShownField.Open open && column > 0 && fields.size() < MOST_FIELDS) {
                        fields.add(field(column - 1, open.cell()));
                    }
                    column++;
                }
                column += units.isEmpty() ? org.trialseal.core.seal.RecordHasher.RUN : 0;
            }
            record = shown(group, shown.index(), fields);
        }
    }

    private Field field(int column, Cell cell) {
        String name = schema == null ? "" : schema.names().get(column);
        return new Field(Safe.text(name), Safe.text(cell.display()));
    }

    private static RecordShown shown(ShownGroup group, long index, List<Field> fields) {
        return new RecordShown(
                group.subject().map(Cell::display).map(Safe::text), index, group.count(), fields, Optional.empty());
    }

    @Override
    public void hashes(GroupHashes hashes) {
        if (record != null && record.hashes().isEmpty()) {
            record = record.with(hashes);
        }
    }
}
