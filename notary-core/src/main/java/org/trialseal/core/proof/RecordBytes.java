package org.trialseal.core.proof;

import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;

/** A record's cells as they stand in what is shown of a whole group: {@code u8 type | u32 length | value} for each. */
public final class RecordBytes {
    private static final int HEADER = 1 + Integer.BYTES;

    private RecordBytes() {}

    /**
     * Number of bytes of a row.
     *
     * @throws ArithmeticException when they are 2 GiB or more
     */
    public static int length(RowBatch batch, int row) {
        return Math.addExact(HEADER * batch.columns(), batch.length(row));
    }

    /** Writes a row to {@code target} from {@code offset} on; returns the offset behind it. */
    public static int put(RowBatch batch, int row, byte[] target, int offset) {
        int at = offset;
        byte[] source = batch.buffer();
        for (int column = 0; column < batch.columns(); column++) {
            int length = batch.length(row, column);
            target[at] = (byte) batch.type(row, column).code();
            target[at + 1] = (byte) (length >>> 24);
            target[at + 2] = (byte) (length >>> 16);
            target[at + 3] = (byte) (length >>> 8);
            target[at + 4] = (byte) length;
            System.arraycopy(source, batch.offset(row, column), target, at + HEADER, length);
            at += HEADER + length;
        }
        return at;
    }

    /**
     * Reads what {@link #put} wrote.
     *
     * @throws IllegalArgumentException when {@code source[from, to)} is no row of so many columns
     */
    public static RowBatch read(int columns, byte[] source, int from, int to) {
        RowBatch row = new RowBatch(columns, 1, Math.max(0, to - from - HEADER * columns));
        int at = from;
        for (int column = 0; column < columns; column++) {
            require(to - at >= HEADER);
            int length = (source[at + 1] & 0xff) << 24
                    | (source[at + 2] & 0xff) << 16
                    | (source[at + 3] & 0xff) << 8
                    | source[at + 4] & 0xff;
            CellType type = CellType.ofCode(source[at])
                    .orElseThrow(() -> new IllegalArgumentException("a cell of unknown type"));
            at += HEADER;
            require(length >= 0 && length <= to - at);
            row.add(type, source, at, length);
            at += length;
        }
        require(at == to);
        return row;
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("not the bytes of a record of so many columns");
        }
    }
}
