package org.trialseal.core.prove;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A temporary file of sorted rows, read one after the other: {@code u64 group | u64 index | u64 position | u32 length |
 * bytes} for each.
 */
final class SortedRun implements Closeable, Comparable<SortedRun> {
    /** Bytes before those of the row itself. */
    static final int HEAD = 3 * Long.BYTES + Integer.BYTES;

    private static final int BUFFER = 1 << 15;

    private final InputStream in;
    private final int columns;
    private long left;
    private byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private long group;
    private long index;
    private long position;
    private int length;

    SortedRun(Path path, int columns) throws IOException {
        this.columns = columns;
        this.left = Files.size(path);
        this.in = Files.newInputStream(path);
    }

    /** Moves to the next row; false at the end. */
    boolean next() throws IOException {
        start += length;
        length = 0;
        if (start == end && left == 0) {
            return false;
        }
        require(HEAD);
        ByteBuffer head = ByteBuffer.wrap(buffer, start, HEAD);
        group = head.getLong();
        index = head.getLong();
        position = head.getLong();
        int bytes = head.getInt();
        start += HEAD;
        require(bytes);
        length = bytes;
        return true;
    }

    /** Makes the next {@code count} bytes stand in the buffer. */
    private void require(int count) throws IOException {
        if (count < 0 || count > end - start + left) {
            throw new EOFException("a temporary file was damaged");
        }
        if (count <= end - start) {
            return;
        }
        byte[] target = count <= buffer.length ? buffer : new byte[count];
        System.arraycopy(buffer, start, target, 0, end - start);
        buffer = target;
        end -= start;
        start = 0;
        while (end < count) {
            int read = in.read(buffer, end, (int) Math.min(buffer.length - end, left));
            if (read < 0) {
                throw new EOFException("a temporary file was damaged");
            }
            end += read;
            left -= read;
        }
    }

    /** The row it stands at. */
    RowSort.Row row() {
        return new RowSort.Row(group, index, position, columns, buffer, start, start + length);
    }

    @Override
    public int compareTo(SortedRun other) {
        int order = Long.compare(group, other.group);
        return order == 0 ? Long.compare(index, other.index) : order;
    }

    @Override
    public void close() throws IOException {
        buffer = Arrays.copyOf(buffer, 0);
        in.close();
    }
}
