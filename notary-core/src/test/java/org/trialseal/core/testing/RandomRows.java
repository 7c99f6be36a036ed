package org.trialseal.core.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;

/** Rows of cells of all types and lengths. */
public final class RandomRows {
    private RandomRows() {}

    /** A row of {@code columns} cells of 0 to {@code longest} bytes, short ones mostly. */
    public static List<Cell> row(Random random, int columns, int longest) {
        List<Cell> row = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            row.add(cell(random, random.nextInt(8) == 0 ? longest : Math.min(longest, 20)));
        }
        return row;
    }

    /** A cell of 0 to {@code longest} bytes. */
    public static Cell cell(Random random, int longest) {
        CellType[] types = CellType.values();
        byte[] value = new byte[random.nextInt(longest + 1)];
        random.nextBytes(value);
        return new Cell(types[random.nextInt(types.length)], Bytes.copyOf(value));
    }

    /** The rows as a batch. */
    public static RowBatch batch(List<List<Cell>> rows) {
        RowBatch batch = new RowBatch(rows.get(0).size());
        rows.forEach(row -> row.forEach(batch::add));
        return batch;
    }
}
