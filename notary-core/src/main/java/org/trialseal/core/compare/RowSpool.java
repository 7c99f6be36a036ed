package org.trialseal.core.compare;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.compare.HiddenFolder.HiddenFile;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;

/** Rows of the later copy that are put aside in a hidden file, in their order. */
final class RowSpool implements Closeable {
    private static final int PER_CHUNK = 1 << 12;
    private static final int BYTES_PER_CHUNK = 1 << 20;

    private final HiddenFile file;
    private final int columns;
    private @Nullable DataOutputStream out;
    private long rows;

    RowSpool(HiddenFile file, int columns) {
        this.file = file;
        this.columns = columns;
    }

    /** Takes rows back. */
    interface Visitor {
        /** Row {@code row} of a batch: number of the row in the later copy, of its cursor or -1, and fingerprint. */
        void row(long number, int cursor, long fingerprint, RowBatch batch, int row)
                throws IOException, MalformedException;
    }

    /**
     * Puts a row aside.
     *
     * @param cursor number of its group's cursor, -1 when it has none
     */
    void add(long number, int cursor, long fingerprint, RowBatch batch, int row) throws IOException {
        if (out == null) {
            out = file.write();
        }
        out.writeInt(cursor);
        out.writeLong(number);
        out.writeLong(fingerprint);
        for (int column = 0; column < columns; column++) {
            int length = batch.length(row, column);
            out.writeByte(batch.type(row, column).code());
            out.writeInt(length);
            out.write(batch.buffer(), batch.offset(row, column), length);
        }
        rows++;
    }

    long rows() {
        return rows;
    }

    /** Ends the writing; may be called again. */
    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }

    /** Hands out all rows in their order. */
    void visit(Visitor visitor) throws IOException, MalformedException {
        visitChunks(chunk -> {
            for (int row = 0; row < chunk.batch.rows(); row++) {
                visitor.row(chunk.numbers[row], chunk.cursors[row], chunk.fingerprints[row], chunk.batch, row);
            }
        });
    }

    /** Hands out all rows, many at a time, in their order. */
    void visitChunks(ChunkVisitor visitor) throws IOException, MalformedException {
        close();
        if (rows == 0) {
            return;
        }
        try (DataInputStream in = file.read()) {
            Chunk chunk = new Chunk();
            for (long left = rows; left > 0; left -= chunk.batch.rows()) {
                chunk.fill(in, (int) Math.min(PER_CHUNK, left));
                visitor.chunk(chunk);
            }
        }
    }

    /** Consecutive rows of the spool. */
    final class Chunk {
        private final long[] numbers = new long[(int) Math.min(PER_CHUNK, rows)];
        private final int[] cursors = new int[numbers.length];
        private final long[] fingerprints = new long[numbers.length];
        private RowBatch batch = new RowBatch(columns);
        private byte[] value = new byte[256];

        private void fill(DataInputStream in, int most) throws IOException {
            batch = new RowBatch(columns);
            long bytes = 0;
            for (int row = 0; row < most && bytes < BYTES_PER_CHUNK; row++) {
                cursors[row] = in.readInt();
                numbers[row] = in.readLong();
                fingerprints[row] = in.readLong();
                bytes += cells(in);
            }
        }

        private long cells(DataInputStream in) throws IOException {
            long bytes = 0;
            for (int column = 0; column < columns; column++) {
                CellType type = CellType.ofCode(in.readByte()).orElseThrow();
                int length = in.readInt();
                if (length > value.length) {
                    value = new byte[Math.max(length, 2 * value.length)];
                }
                if (in.readNBytes(value, 0, length) != length) {
                    throw new EOFException("a temporary file ends too early");
                }
                batch.add(type, value, 0, length);
                bytes += length;
            }
            return bytes;
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
            java.util.Arrays.sort(order);
            return order;
        }
    }

    /** Takes rows back, many at a time. */
    interface ChunkVisitor {
        /** The next rows; they change after the call. */
        void chunk(Chunk chunk) throws IOException, MalformedException;
    }

    void delete() throws IOException {
        close();
        file.delete();
    }
}
