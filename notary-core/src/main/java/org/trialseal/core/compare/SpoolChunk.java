package org.trialseal.core.compare;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.trialseal.core.record.RowBatch;

/**
 * Consecutive rows of a {@link RowSpool}: as many of its blocks as fit into a bounded size, or one that does not. Can be
 * used for one spool after the other, always with the same arrays.
 */
final class SpoolChunk {
    private static final int MOST_ROWS = 1 << 15;
    private static final int MOST_BYTES = 1 << 22;

    private final int columns;
    private final byte[] head = new byte[RowSpool.BLOCK_HEAD];
    private InputStream in = InputStream.nullInputStream();
    private long[] numbers = {};
    private int[] cursors = {};
    private long[] fingerprints = {};
    private byte[] text = {};
    private RowBatch batch;
    private long rowsLeft;
    private long bytesLeft;
    private int blockRows;
    private int blockLength;

    SpoolChunk(int columns) {
        this.columns = columns;
        this.batch = new RowBatch(columns);
    }

    /**
     * Begins with a spool.
     *
     * @param rows of the whole spool
     * @param bytes of the whole spool
     */
    void begin(InputStream from, long rows, long bytes) {
        in = from;
        rowsLeft = rows;
        bytesLeft = bytes;
        blockRows = 0;
    }

    /** Moves to the next rows; false at the end. */
    boolean next() throws IOException {
        if (blockRows == 0 && !nextBlock()) {
            return false;
        }
        int room = (int) Math.max(blockLength, Math.min(MOST_BYTES, blockLength + bytesLeft));
        if (text.length < room || text.length > MOST_BYTES) {
            text = new byte[Math.max(room, Math.min(MOST_BYTES, 2 * text.length))];
        }
        int used = 0;
        int rows = 0;
        do {
            read(text, used, blockLength);
            used += blockLength;
            rows += blockRows;
        } while (nextBlock() && used + blockLength <= text.length && rows + blockRows <= MOST_ROWS);
        fill(used, rows);
        return true;
    }

    private boolean nextBlock() throws IOException {
        blockRows = 0;
        if (rowsLeft > 0) {
            read(head, 0, head.length);
            blockRows = ByteBuffer.wrap(head).getInt();
            blockLength = ByteBuffer.wrap(head).getInt(Integer.BYTES);
            rowsLeft -= blockRows;
            bytesLeft -= head.length + blockLength;
        }
        return blockRows > 0;
    }

    private void read(byte[] target, int offset, int length) throws IOException {
        if (in.readNBytes(target, offset, length) != length) {
            throw new EOFException("a temporary file ends too early");
        }
    }

    private void fill(int used, int rows) {
        if (numbers.length < rows) {
            int more = Math.max(rows, Math.min(MOST_ROWS, 2 * numbers.length));
            numbers = new long[more];
            cursors = new int[more];
            fingerprints = new long[more];
            batch = new RowBatch(columns, more, text, used);
        } else {
            batch.refill(text, used);
        }
        int at = 0;
        for (int row = 0; row < rows; row++) {
            cursors[row] = SpooledRow.cursor(text, at);
            numbers[row] = SpooledRow.number(text, at);
            fingerprints[row] = SpooledRow.fingerprint(text, at);
            at = SpooledRow.addCells(batch, at);
        }
    }

    RowBatch batch() {
        return batch;
    }

    long number(int row) {
        return numbers[row];
    }

    int cursor(int row) {
        return cursors[row];
    }

    long fingerprint(int row) {
        return fingerprints[row];
    }

    /** The rows by ascending cursor, those of one cursor in their order: {@code cursor << 32 | row}. */
    long[] byCursor() {
        long[] order = new long[batch.rows()];
        for (int row = 0; row < order.length; row++) {
            order[row] = (long) cursors[row] << 32 | row;
        }
        Arrays.sort(order);
        return order;
    }
}
