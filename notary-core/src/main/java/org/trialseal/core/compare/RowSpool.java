package org.trialseal.core.compare;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.compare.HiddenFolder.HiddenFile;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.RowBatch;

/** Rows of the later copy that are put aside in a hidden file, in their order: blocks of {@link SpooledRow}s. */
final class RowSpool implements Closeable {
    /** Bytes before the rows of a block: {@code u32 rows | u32 length}. */
    static final int BLOCK_HEAD = 2 * Integer.BYTES;

    private static final int BLOCK = 1 << 14;

    private final HiddenFile file;
    private final int columns;
    private @Nullable OutputStream out;
    private byte[] block = {};
    private int used = BLOCK_HEAD;
    private int rowsInBlock;
    private long rows;
    private long bytes;

    RowSpool(HiddenFile file, int columns) {
        this.file = file;
        this.columns = columns;
    }

    /** Takes rows back. */
    interface Visitor {
        /**
         * Row {@code row} of a batch, which changes after the call: number of the row in the later copy, of its cursor or
         * -1, and fingerprint.
         */
        void row(long number, int cursor, long fingerprint, RowBatch batch, int row)
                throws IOException, MalformedException;
    }

    /** Takes rows back, many at a time. */
    interface ChunkVisitor {
        /** The next rows; they and their batch change after the call. */
        void chunk(SpoolChunk chunk) throws IOException, MalformedException;
    }

    /**
     * Puts a row aside.
     *
     * @param cursor number of its group's cursor, -1 when it has none
     */
    void add(long number, int cursor, long fingerprint, RowBatch batch, int row) throws IOException {
        int most = SpooledRow.mostBytes(batch, row);
        if (most > block.length - used) {
            flush();
            if (most > block.length - used) {
                block = new byte[Math.max(BLOCK, BLOCK_HEAD + most)];
            }
        }
        used = SpooledRow.write(number, cursor, fingerprint, batch, row, block, used);
        rowsInBlock++;
        rows++;
    }

    private void flush() throws IOException {
        if (rowsInBlock == 0) {
            return;
        }
        if (out == null) {
            out = file.writeBlocks();
        }
        ByteBuffer.wrap(block).putInt(rowsInBlock).putInt(used - BLOCK_HEAD);
        out.write(block, 0, used);
        bytes += used;
        used = BLOCK_HEAD;
        rowsInBlock = 0;
        if (block.length > BLOCK) {
            block = new byte[BLOCK];
        }
    }

    long rows() {
        return rows;
    }

    /** Ends the writing; may be called again. */
    @Override
    public void close() throws IOException {
        flush();
        block = new byte[0];
        if (out != null) {
            out.close();
            out = null;
        }
    }

    /** Hands out all rows in their order. */
    void visit(Visitor visitor) throws IOException, MalformedException {
        visitChunks(new SpoolChunk(columns), chunk -> {
            for (int row = 0; row < chunk.batch().rows(); row++) {
                visitor.row(chunk.number(row), chunk.cursor(row), chunk.fingerprint(row), chunk.batch(), row);
            }
        });
    }

    /** Hands out all rows, many at a time, in their order; {@code chunk} is where they will stand. */
    void visitChunks(SpoolChunk chunk, ChunkVisitor visitor) throws IOException, MalformedException {
        close();
        if (rows == 0) {
            return;
        }
        try (InputStream in = file.readBlocks()) {
            chunk.begin(in, rows, bytes);
            while (chunk.next()) {
                visitor.chunk(chunk);
            }
        }
    }

    void delete() throws IOException {
        close();
        file.delete();
    }
}
