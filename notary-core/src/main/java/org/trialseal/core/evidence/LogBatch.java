package org.trialseal.core.evidence;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.LogSchemas;
import org.trialseal.core.seal.RecordHasher;

/**
 * Commits to the rows of an event log, one batch after the other with reused buffers: leaf hashes and fingerprints by
 * ascending index in the log. Belongs to one thread.
 */
final class LogBatch {
    private final LogExport export;
    private final List<RecordHasher> hashers;
    private final KeyFingerprint keyFingerprint;
    private final FingerprintLayout layout;
    private int[] groups = new int[0];
    private int[] counts = new int[0];
    private byte[] leaves = new byte[0];
    private byte[] fingerprints = new byte[0];
    private int rows;
    private long firstRow;
    private int schema;
    private @Nullable RowBatch projected;
    private LogSurplus surplus = LogSurplus.NONE;

    /** @param keyColumns 0-based indices in the export of the columns that name a record */
    LogBatch(LogExport export, int[] keyColumns) {
        this.export = export;
        this.hashers = export.schemas().list().stream()
                .map(LogSchemas.Since::schema)
                .map(RecordHasher::ofLog)
                .toList();
        this.keyFingerprint = new KeyFingerprint(keyColumns);
        this.layout = new FingerprintLayout(export.schemas().last().size());
    }

    void prepare(RowBatch batch) {
        if (batch.columns() != layout.columns()) {
            throw new IllegalStateException("the importer gave rows of another number of columns than their table has");
        }
        rows = batch.rows();
        if (groups.length < rows) {
            groups = new int[rows];
            counts = new int[rows];
            leaves = new byte[rows * Sha256.LENGTH];
            fingerprints = new byte[Math.multiplyExact(rows, layout.length())];
        }
    }

    /** Says at which row of the export the batch begins. */
    void startAt(long row) {
        firstRow = row;
    }

    void commit(RowBatch batch, GroupAssigner assigner) throws IOException {
        projected = null;
        surplus = LogSurplus.NONE;
        int group = -1;
        for (int row = 0; row < rows; row++) {
            long index = export.index(firstRow + row);
            if (use(export.schemas().numberAt(index), batch) || groups[row] != group) {
                group = groups[row];
                hasher().useGroup(assigner.key(group));
                keyFingerprint.useGroup(hasher().fingerprintKey());
            }
            commit(batch, row, index);
        }
    }

    /** Turns to the schema of the next row; false when it is that of the row before. */
    private boolean use(int number, RowBatch batch) {
        if (projected != null && schema == number) {
            return false;
        }
        schema = number;
        projected = export.under(number, batch);
        return true;
    }

    private RecordHasher hasher() {
        return hashers.get(schema);
    }

    private void commit(RowBatch batch, int row, long index) {
        int slot = (int) (index - firstIndex());
        hasher().commit(java.util.Objects.requireNonNull(projected), row, index, index);
        hasher().leafHash(leaves, slot * Sha256.LENGTH);
        layout.write(
                hasher(),
                index,
                keyFingerprint.of(batch, row),
                export.columns(schema),
                fingerprints,
                slot * layout.length());
        int number = schema;
        export.surplus(number, batch, row)
                .ifPresent(column -> surplus = surplus.orEarlier(new LogSurplus(index, column)));
    }

    int rows() {
        return rows;
    }

    /** The lowest index in the log of the batch's records. */
    long firstIndex() {
        return Math.min(export.index(firstRow), export.index(firstRow + rows - 1));
    }

    int[] groups() {
        return groups;
    }

    /** For the assigner's counts within groups, which a log does not need. */
    int[] counts() {
        return counts;
    }

    byte[] leaves() {
        return leaves;
    }

    byte[] fingerprints() {
        return fingerprints;
    }

    int fingerprintLength() {
        return layout.length();
    }

    /** The first value that no record under its schema can have. */
    LogSurplus surplus() {
        return surplus;
    }
}
