package org.trialseal.core.compare;

import java.nio.ByteBuffer;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;

/**
 * A row as it is put aside: {@code u32 cursor | u64 number | u64 fingerprint |} and for each cell its type in one byte, its
 * length in groups of seven bits, the lowest first, and its value.
 */
final class SpooledRow {
    private static final int HEAD = Integer.BYTES + 2 * Long.BYTES;
    private static final int MOST_BEFORE_VALUE = 6;
    private static final CellType[] TYPES = CellType.values();

    private SpooledRow() {}

    /** The most bytes that a row can need. */
    static int mostBytes(RowBatch batch, int row) {
        return Math.addExact(HEAD + MOST_BEFORE_VALUE * batch.columns(), batch.length(row));
    }

    /** Writes a row to {@code target} from {@code offset} on; returns the offset behind it. */
    static int write(long number, int cursor, long fingerprint, RowBatch batch, int row, byte[] target, int offset) {
        ByteBuffer.wrap(target, offset, HEAD).putInt(cursor).putLong(number).putLong(fingerprint);
        int at = offset + HEAD;
        for (int column = 0; column < batch.columns(); column++) {
            int length = batch.length(row, column);
            target[at++] = (byte) batch.type(row, column).code();
            int left = length;
            for (; left > 0x7F; left >>>= 7) {
                target[at++] = (byte) (left | 0x80);
            }
            target[at++] = (byte) left;
            System.arraycopy(batch.buffer(), batch.offset(row, column), target, at, length);
            at += length;
        }
        return at;
    }

    static int cursor(byte[] source, int offset) {
        return ByteBuffer.wrap(source).getInt(offset);
    }

    static long number(byte[] source, int offset) {
        return ByteBuffer.wrap(source).getLong(offset + Integer.BYTES);
    }

    static long fingerprint(byte[] source, int offset) {
        return ByteBuffer.wrap(source).getLong(offset + Integer.BYTES + Long.BYTES);
    }

    /** Appends the cells of the row at {@code offset} of a batch's own text to the batch; returns the offset behind it. */
    static int addCells(RowBatch batch, int offset) {
        byte[] text = batch.buffer();
        int at = offset + HEAD;
        for (int column = 0; column < batch.columns(); column++) {
            CellType type = TYPES[text[at++] - 1];
            int length = text[at] & 0x7F;
            for (int shift = 7; text[at++] < 0; shift += 7) {
                length |= (text[at] & 0x7F) << shift;
            }
            batch.addSlice(type, at, length);
            at += length;
        }
        return at;
    }
}
