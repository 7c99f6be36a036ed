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
    private static final int PER_READ = 256;
    private static final int BYTES_PER_READ = 1 << 20;

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
        close();
        if (rows == 0) {
            return;
        }
        try (DataInputStream in = file.read()) {
            Reading reading = new Reading();
            for (long left = rows; left > 0; left -= reading.batch.rows()) {
                reading.fill(in, (int) Math.min(PER_READ, left));
                for (int row = 0; row < reading.batch.rows(); row++) {
                    visitor.row(
                            reading.numbers[row], reading.cursors[row], reading.fingerprints[row], reading.batch, row);
                }
            }
        }
    }

    private final class Reading {
        private final long[] numbers = new long[PER_READ];
        private final int[] cursors = new int[PER_READ];
        private final long[] fingerprints = new long[PER_READ];
        private RowBatch batch = new RowBatch(columns);
        private byte[] value = new byte[256];

        void fill(DataInputStream in, int most) throws IOException {
            batch = new RowBatch(columns);
            long bytes = 0;
            for (int row = 0; row < most && bytes < BYTES_PER_READ; row++) {
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
    }

    void delete() throws IOException {
        close();
        file.delete();
    }
}
