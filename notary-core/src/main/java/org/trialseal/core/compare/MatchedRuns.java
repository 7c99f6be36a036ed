package org.trialseal.core.compare;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.compare.HiddenFolder.HiddenFile;
import org.trialseal.core.digest.MalformedException;

/**
 * Which row of the later copy stood where in the sealed file, by ascending row: runs of rows whose positions ascend one
 * by one, in a hidden file.
 */
final class MatchedRuns implements Closeable {
    private static final int ROWS = 1 << 15;
    private static final long UNMATCHED = -1;

    private final HiddenFile file;
    private @Nullable DataOutputStream out;
    private long row;
    private long position;
    private long length;
    private long runs;

    MatchedRuns(HiddenFile file) {
        this.file = file;
    }

    /** Takes matched rows. */
    @FunctionalInterface
    interface Visitor {
        /** The next row and where it stood in the sealed file, both from 0; says whether to go on. */
        boolean row(long row, long position) throws IOException, MalformedException;
    }

    /**
     * Brings streams together, some thousand rows at a time, and hands out their rows by ascending row.
     *
     * @return whether the visitor took all of them
     */
    static boolean visit(List<MatchedRuns> streams, Visitor visitor) throws IOException, MalformedException {
        List<Reading> readings = new ArrayList<>();
        try {
            for (MatchedRuns stream : streams) {
                if (!stream.isEmpty()) {
                    readings.add(stream.read());
                }
            }
            return visitAll(readings, visitor);
        } finally {
            for (Reading reading : readings) {
                reading.close();
            }
        }
    }

    private static boolean visitAll(List<Reading> readings, Visitor visitor) throws IOException, MalformedException {
        long[] positions = new long[ROWS];
        for (long first = next(readings); first < Long.MAX_VALUE; first = next(readings)) {
            Arrays.fill(positions, UNMATCHED);
            for (Reading reading : readings) {
                reading.take(first, positions);
            }
            for (int i = 0; i < ROWS; i++) {
                if (positions[i] != UNMATCHED && !visitor.row(first + i, positions[i])) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long next(List<Reading> readings) {
        long next = Long.MAX_VALUE;
        for (Reading reading : readings) {
            next = Math.min(next, reading.row());
        }
        return next;
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

    private Reading read() throws IOException {
        close();
        Reading reading = new Reading(file.read(), runs);
        reading.next();
        return reading;
    }

    /** The rows in order. */
    private static final class Reading implements Closeable {
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
