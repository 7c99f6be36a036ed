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
        return new Reading(file.read(), runs);
    }

    /** The runs in order, one at a time. */
    static final class Reading implements Closeable {
        private final DataInputStream in;
        private long left;
        private long row;
        private long position;
        private long length;

        private Reading(DataInputStream in, long runs) {
            this.in = in;
            this.left = runs;
        }

        boolean next() throws IOException {
            if (left-- == 0) {
                return false;
            }
            row = in.readLong();
            position = in.readLong();
            length = in.readLong();
            return true;
        }

        long row() {
            return row;
        }

        long position() {
            return position;
        }

        long length() {
            return length;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
