package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.RecordHasher;
import org.trialseal.core.testing.Seeded;

/** The hashes of many records at once, on one processor or two, are those of the records one by one. */
final class LeafHashesTest {
    private static final int COLUMNS = 3;
    private static final int[] SIZES = {1, 63, 64, 65, 500, 64, 1, 65};

    private final Random random = Seeded.random("leaf hashes");

    @Test
    void compute_batchesOfAnySizeOfTwoGroups_isEachRecordByItself() {
        LeafHashes reused = new LeafHashes(COLUMNS);
        for (int round = 0; round < 2; round++) {
            for (int group = 0; group < 2; group++) {
                GroupKey key = key();
                reused.useGroup(key);
                long first = random.nextInt(1000);
                for (int rows : SIZES) {
                    RowBatch batch = batch(rows);
                    long[] positions = random.longs(rows, 0, 1L << 40).sorted().toArray();
                    assertThat(computed(reused, first, positions, batch))
                            .as("%d rows from %d on, group %d", rows, first, group)
                            .containsExactly(oneByOne(key, first, positions, batch));
                    first += rows;
                }
            }
        }
    }

    @Test
    void compute_fewRowsThenManyOfAnotherGroup_usesTheOtherKeyForAll() {
        LeafHashes reused = new LeafHashes(COLUMNS);
        for (int rows : new int[] {65, 1, 65}) {
            GroupKey key = key();
            RowBatch batch = batch(rows);
            long[] positions = random.longs(rows).toArray();
            reused.useGroup(key);
            assertThat(computed(reused, 0, positions, batch))
                    .as("%d rows", rows)
                    .containsExactly(oneByOne(key, 0, positions, batch));
        }
    }

    private GroupKey key() {
        byte[] key = new byte[GroupKey.LENGTH];
        random.nextBytes(key);
        return new GroupKey(Bytes.copyOf(key));
    }

    private RowBatch batch(int rows) {
        RowBatch batch = new RowBatch(COLUMNS);
        for (int row = 0; row < rows; row++) {
            batch.add(Cell.text("S" + random.nextInt(10)));
            batch.add(Cell.text("x".repeat(random.nextInt(80))));
            batch.add(Cell.missing(""));
        }
        return batch;
    }

    /** What was computed; the array held other hashes, or none, before. */
    private static Sha256[] computed(LeafHashes hashes, long first, long[] positions, RowBatch batch) {
        Arrays.fill(hashes.array(), (byte) 0);
        hashes.compute(first, positions, batch);
        return leaves(hashes.array(), batch.rows());
    }

    /** The oracle: a fresh hasher, row after row. */
    private static Sha256[] oneByOne(GroupKey key, long first, long[] positions, RowBatch batch) {
        RecordHasher hasher = new RecordHasher(COLUMNS);
        hasher.useGroup(key);
        byte[] leaves = new byte[batch.rows() * Sha256.LENGTH];
        for (int row = 0; row < batch.rows(); row++) {
            hasher.commit(batch, row, first + row, positions[row]);
            hasher.leafHash(leaves, row * Sha256.LENGTH);
        }
        return leaves(leaves, batch.rows());
    }

    private static Sha256[] leaves(byte[] bytes, int rows) {
        Sha256[] leaves = new Sha256[rows];
        for (int row = 0; row < rows; row++) {
            leaves[row] = Sha256.read(bytes, row * Sha256.LENGTH);
        }
        return leaves;
    }
}
