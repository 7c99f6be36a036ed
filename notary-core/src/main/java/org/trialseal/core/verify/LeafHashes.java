package org.trialseal.core.verify;

import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.RecordHasher;

/**
 * The leaf hashes of some records of a whole group. Of many records, a second processor that has nothing else to do hashes
 * half; nothing depends on whether there is one. Not safe for use by several threads at once.
 */
final class LeafHashes {
    /** So few records are hashed sooner than a second thread has begun. */
    private static final int FEW = 64;

    private final RecordHasher lower;
    private final RecordHasher upper;
    private byte[] leaves = new byte[0];
    private @Nullable GroupKey key;
    private boolean shared;

    LeafHashes(int columns) {
        lower = new RecordHasher(columns);
        upper = new RecordHasher(columns);
    }

    /** Switches to another group. */
    void useGroup(GroupKey groupKey) {
        key = groupKey;
        shared = false;
        lower.useGroup(groupKey);
    }

    /** Hashes all records of a batch, the first of which has index {@code first} in its group. */
    void compute(long first, long[] positions, RowBatch batch) {
        int rows = batch.rows();
        if (leaves.length < rows * Sha256.LENGTH) {
            leaves = new byte[rows * Sha256.LENGTH];
        }
        if (rows < FEW) {
            compute(lower, first, positions, batch, 0, rows);
            return;
        }
        shareKey();
        int middle = rows / 2;
        ForkJoinTask<?> half = ForkJoinTask.adapt(() -> compute(upper, first, positions, batch, middle, rows))
                .fork();
        compute(lower, first, positions, batch, 0, middle);
        half.join();
    }

    private void shareKey() {
        if (!shared && key != null) {
            upper.useGroup(key);
            shared = true;
        }
    }

    private void compute(RecordHasher hasher, long first, long[] positions, RowBatch batch, int from, int to) {
        for (int row = from; row < to; row++) {
            hasher.commit(batch, row, first + row, positions[row]);
            hasher.leafHash(leaves, row * Sha256.LENGTH);
        }
    }

    /** Holds 32 bytes for each record last hashed, until the next ones are. */
    byte[] array() {
        return leaves;
    }
}
