package org.trialseal.core.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.testing.RandomRows;
import org.trialseal.core.testing.Seeded;

class RowSortTest {
    private static final int COLUMNS = 3;

    @TempDir
    private Path folder;

    private record Placed(long group, long index, long position, List<Cell> cells) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 300, 5_000, 1 << 24})
    void drainTo_anyRunSize_givesTheOrderOfASortInMemory(int runBytes) throws Exception {
        Random random = Seeded.random("RowSortTest." + runBytes);
        List<Placed> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            rows.add(new Placed(i % 17, i / 17, random.nextLong(), RandomRows.row(random, COLUMNS, 200)));
        }
        Collections.shuffle(rows, random);
        List<Placed> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingLong(Placed::group).thenComparingLong(Placed::index));
        assertThat(sorted(rows, runBytes)).isEqualTo(sorted);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void drainTo_noRows_givesNone() throws Exception {
        assertThat(sorted(List.of(), 10)).isEmpty();
    }

    private List<Placed> sorted(List<Placed> rows, int runBytes) throws Exception {
        List<Placed> drained = new ArrayList<>();
        try (RowSort sort = new RowSort(folder, COLUMNS, runBytes)) {
            for (Placed row : rows) {
                RowBatch batch = RandomRows.batch(List.of(RandomRows.row(new Random(1), COLUMNS, 9), row.cells()));
                sort.add(row.group(), row.index(), row.position(), batch, 1);
            }
            sort.drainTo(row -> drained.add(new Placed(row.group(), row.index(), row.position(), cells(row.values()))));
        }
        return drained;
    }

    private static List<Cell> cells(RowBatch batch) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < batch.columns(); column++) {
            cells.add(batch.cell(0, column));
        }
        return cells;
    }
}
