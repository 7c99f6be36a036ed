package org.trialseal.core.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.RecordHasher;

/**
 * Commits to the rows of one batch after the other with reused buffers: leaf hashes and fingerprints, in the rows' order.
 * Belongs to one thread.
 */
final class CommittedBatch {
    /** Bytes of {@link #order()} for each row. */
    static final int ORDER_LENGTH = 2 * Integer.BYTES;

    private final RecordHasher hasher;
    private final KeyFingerprint keyFingerprint;
    private final FingerprintLayout layout;
    private int[] groups = new int[0];
    private int[] indices = new int[0];
    private byte[] order = new byte[0];
    private byte[] leaves = new byte[0];
    private byte[] fingerprints = new byte[0];
    private int rows;
    private long firstPosition;

    /** @param keyColumns 0-based indices of the columns that name a record; all columns where there is no key */
    CommittedBatch(int columns, int[] keyColumns) {
        hasher = new RecordHasher(columns);
        keyFingerprint = new KeyFingerprint(keyColumns);
        layout = new FingerprintLayout(columns);
    }

    /** Makes room for the rows of a batch. */
    void prepare(RowBatch batch) {
        if (batch.columns() != layout.columns()) {
            throw new IllegalStateException("the importer gave rows of another number of columns than their table has");
        }
        rows = batch.rows();
        if (groups.length < rows) {
            groups = new int[rows];
            indices = new int[rows];
            order = new byte[rows * ORDER_LENGTH];
            leaves = new byte[rows * Sha256.LENGTH];
            fingerprints = new byte[Math.multiplyExact(rows, layout.length())];
        }
    }

    /** Says at which position of the file the batch begins. */
    void startAt(long position) {
        firstPosition = position;
    }

    /** Commits to all rows, which have been assigned to groups. */
    void commit(RowBatch batch, GroupAssigner assigner) throws IOException {
        int current = -1;
        ByteBuffer places = ByteBuffer.wrap(order);
        for (int row = 0; row < rows; row++) {
            if (groups[row] != current) {
                current = groups[row];
                hasher.useGroup(assigner.key(current));
                keyFingerprint.useGroup(hasher.fingerprintKey());
            }
            long position = firstPosition + row;
            places.putInt(current).putInt(indices[row]);
            hasher.commit(batch, row, indices[row], position);
            hasher.leafHash(leaves, row * Sha256.LENGTH);
            layout.write(hasher, position, keyFingerprint.of(batch, row), fingerprints, row * layout.length());
        }
    }

    int rows() {
        return rows;
    }

    int[] groups() {
        return groups;
    }

    int[] indices() {
        return indices;
    }

    /** {@code u32 group | u32 index} for each row. */
    byte[] order() {
        return order;
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
}
