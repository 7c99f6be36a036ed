package org.trialseal.core.compare;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.compare.HiddenFolder.HiddenFile;

/**
 * Which row of the later copy stood where in the sealed file, by ascending row: runs of rows whose positions ascend one
 * by one, in a hidden file.
 */
final class MatchedRuns implements Closeable {
    private final HiddenFile file;
    private @Nullable DataOutputStream out;
    private long row;
    private long position;
    private long length;
    private long runs;

    MatchedRuns(HiddenFile file) {
        this.file = file;
    }

    void add(long newRow, long newPosition) throws IOException {
        if (length > 0 && newRow == row + length && newPosition == position + length) {
            length++;
            return;
        }
        flush();
        row = newRow;
        position = newPosition;
        length = 1;
    }

    private void flush() throws IOException {
        if (length == 0) {
            return;
        }
        if (out == null) {
            out = file.write();
        }
        out.writeLong(row);
        out.writeLong(position);
        out.writeLong(length);
        runs++;
        length = 0;
    }

    /** Ends the writing; may be called again. */
    @Override
    public void close() throws IOException {
        flush();
        if (out != null) {
            out.close();
            out = null;
        }
    }

    boolean isEmpty() {
        return runs == 0 && length == 0;
    }

    /** Reads the runs; close it afterwards. */
    Reading read() throws IOException {
        close();
        Reading reading = new Reading(file.read(), runs);
        reading.next();
        return reading;
    }

    /** The rows in order. */
    static final class Reading implements Closeable {
        private final DataInputStream in;
        private long left;
        private long row = Long.MAX_VALUE;
        private long position;
        private long length;

        private Reading(DataInputStream in, long runs) {
            this.in = in;
            this.left = runs;
        }

        private void next() throws IOException {
            if (left-- > 0) {
                row = in.readLong();
                position = in.readLong();
                length = in.readLong();
            } else {
                row = Long.MAX_VALUE;
            }
        }

        /** The next row; {@link Long#MAX_VALUE} at the end. */
        long row() {
            return row;
        }

        /** Writes the positions of the rows from {@code first} on to where their rows stand in {@code positions}. */
        void take(long first, long[] positions) throws IOException {
            while (row - first < positions.length) {
                int at = (int) (row - first);
                int count = (int) Math.min(length, positions.length - at);
                for (int i = 0; i < count; i++) {
                    positions[at + i] = position + i;
                }
                row += count;
                position += count;
                length -= count;
                if (length == 0) {
                    next();
                }
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
