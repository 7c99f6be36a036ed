package org.trialseal.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.testing.RandomRows;
import org.trialseal.core.testing.Seeded;
import org.trialseal.core.testing.SpecHash;

class RecordHasherTest {
    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST = 2_000;

    @Test
    void commit_randomRecords_givesWhatTheSpecSays() {
        Random random = Seeded.random("RecordHasherTest.commit");
        for (int i = 0; i < 300; i++) {
            int columns = i < 10 ? 60 + i : 1 + random.nextInt(i % 3 == 0 ? MOST_COLUMNS : 12);
            List<List<Cell>> rows = IntStream.range(0, 3)
                    .mapToObj(row -> RandomRows.row(random, columns, LONGEST))
                    .toList();
            GroupKey key = randomKey(random);
            RecordHasher hasher = new RecordHasher(columns);
            hasher.useGroup(key);
            RowBatch batch = RandomRows.batch(rows);
            for (int row = 0; row < rows.size(); row++) {
                long index = random.nextLong() >>> random.nextInt(64);
                long position = random.nextLong() >>> random.nextInt(64);
                hasher.commit(batch, row, index, position);
                assertSame(hasher, commitments(key, index, position, rows.get(row)));
            }
        }
    }

    private static void assertSame(RecordHasher hasher, List<byte[]> commitments) {
        for (int column = 0; column < commitments.size(); column++) {
            assertThat(hasher.commitment(column).toArray()).isEqualTo(commitments.get(column));
        }
        assertThat(leaf(hasher).toArray()).isEqualTo(SpecHash.h(0x00, SpecHash.recordLeaf(commitments)));
    }

    private static List<byte[]> commitments(GroupKey key, long index, long position, List<Cell> row) {
        byte[] k = key.value().toArray();
        List<byte[]> commitments = new ArrayList<>();
        commitments.add(SpecHash.commitment(SpecHash.salt(k, index, 0), 0, SpecHash.positionCell(position)));
        for (int j = 1; j <= row.size(); j++) {
            commitments.add(SpecHash.commitment(SpecHash.salt(k, index, j), j, SpecHash.cell(row.get(j - 1))));
        }
        return commitments;
    }

    private static GroupKey randomKey(Random random) {
        byte[] key = new byte[GroupKey.LENGTH];
        random.nextBytes(key);
        return new GroupKey(Bytes.copyOf(key));
    }

    private static Sha256 leaf(RecordHasher hasher) {
        byte[] leaf = new byte[40];
        hasher.leafHash(leaf, 8);
        return Sha256.read(leaf, 8);
    }

    @Test
    void useGroup_betweenRecords_changesAllSalts() {
        Random random = Seeded.random("RecordHasherTest.useGroup");
        RowBatch batch = RandomRows.batch(List.of(RandomRows.row(random, 5, 9)));
        RecordHasher hasher = new RecordHasher(5);
        GroupKey first = randomKey(random);
        GroupKey second = randomKey(random);
        hasher.useGroup(first);
        hasher.commit(batch, 0, 7, 8);
        Sha256 before = leaf(hasher);
        hasher.useGroup(second);
        hasher.commit(batch, 0, 7, 8);
        assertThat(leaf(hasher)).isNotEqualTo(before);
        hasher.useGroup(first);
        hasher.commit(batch, 0, 7, 8);
        assertThat(leaf(hasher)).isEqualTo(before);
    }

    @Test
    void salts_ofOneRecord_areThoseOfTheSpec() {
        Random random = Seeded.random("RecordHasherTest.salts");
        GroupKey key = randomKey(random);
        byte[] k = key.value().toArray();
        RecordHasher hasher = new RecordHasher(3);
        hasher.useGroup(key);
        hasher.commit(RandomRows.batch(List.of(RandomRows.row(random, 3, 5))), 0, 4, 0);
        for (int column = 0; column <= 3; column++) {
            assertThat(hasher.salt(column).toArray()).isEqualTo(SpecHash.salt(k, 4, column));
        }
        assertThat(hasher.bodySalt().toArray()).isEqualTo(SpecHash.salt(k, -1, 0));
        assertThat(hasher.fingerprintKey()).isEqualTo(SpecHash.cat(SpecHash.salt(k, -1, 1), SpecHash.salt(k, -1, 2)));
        assertThat(SpecHash.u64(hasher.positionMask()))
                .isEqualTo(Bytes.copyOf(SpecHash.salt(k, 4, -1), 0, 8).toArray());
        assertThat(hasher.positionMask(4)).isEqualTo(hasher.positionMask());
    }

    /** What a verifier does: some commitments are given, others follow from opened salts and values. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 127, 128, 129, 200})
    void leafHash_fromOpenedAndHiddenFields_isThatOfTheWholeRecord(int columns) {
        Random random = Seeded.random("RecordHasherTest.opened");
        List<Cell> row = RandomRows.row(random, columns, 700);
        RecordHasher sealing = new RecordHasher(columns);
        sealing.useGroup(randomKey(random));
        sealing.commit(RandomRows.batch(List.of(row)), 0, 3, 17);
        RecordHasher verifying = new RecordHasher(columns);
        verifying.commitOpened(0, sealing.salt(0), 0, SpecHash.u64(17));
        for (int column = 1; column <= columns; column++) {
            Cell cell = row.get(column - 1);
            if (random.nextBoolean()) {
                verifying.setCommitment(column, sealing.commitment(column));
            } else {
                int type = cell.type().code();
                verifying.commitOpened(
                        column, sealing.salt(column), type, cell.value().toArray());
            }
        }
        assertThat(leaf(verifying)).isEqualTo(leaf(sealing));
        assertThat(verifying.runs()).isEqualTo(columns <= 64 ? 1 : (columns + 64) / 64);
        if (columns > 64) {
            List<Sha256> runs = IntStream.range(0, verifying.runs())
                    .mapToObj(verifying::runHash)
                    .toList();
            assertThat(verifying.wideLeafHash(runs)).isEqualTo(leaf(sealing));
        }
    }

    /**
     * Pairs of rows that differ in little or nothing, under the same salts: equal leaves exactly when all cells are equal.
     * 100,000 pairs; {@code -Dtrialseal.pairs=1000000} sets another number.
     */
    @Test
    void leafHash_pairsOfRows_isEqualExactlyWhenTheCellsAre() {
        Random random = Seeded.random("RecordHasherTest.pairs");
        int pairs = Integer.getInteger("trialseal.pairs", 100_000);
        RecordHasher hasher = new RecordHasher(3);
        hasher.useGroup(randomKey(random));
        int equal = 0;
        for (int i = 0; i < pairs; i++) {
            List<Cell> first = confusable(random);
            List<Cell> second = random.nextInt(8) == 0 ? List.copyOf(first) : confusable(random);
            boolean same = first.equals(second);
            equal += same ? 1 : 0;
            assertThat(leaf(hasher, first).equals(leaf(hasher, second)))
                    .as("%s and %s", first, second)
                    .isEqualTo(same);
        }
        assertThat(equal).isBetween(pairs / 8, pairs / 2);
    }

    /** Three cells from so few bytes and types that rows often share their concatenation. */
    private static List<Cell> confusable(Random random) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < 3; column++) {
            byte[] value = new byte[random.nextInt(3)];
            for (int i = 0; i < value.length; i++) {
                value[i] = (byte) random.nextInt(2);
            }
            cells.add(new Cell(random.nextBoolean() ? CellType.TEXT : CellType.MISSING, Bytes.copyOf(value)));
        }
        return cells;
    }

    private static Sha256 leaf(RecordHasher hasher, List<Cell> row) {
        hasher.commit(RandomRows.batch(List.of(row)), 0, 0, 0);
        return leaf(hasher);
    }
}
