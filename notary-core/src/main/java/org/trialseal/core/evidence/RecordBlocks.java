package org.trialseal.core.evidence;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file of records of one length, a buffer full at a time. */
final class RecordBlocks implements Closeable {
    private final InputStream in;
    private final int length;
    private final byte[] buffer;

    /** @param buffer where the records will stand; holds at least one of {@code length} bytes */
    RecordBlocks(Path file, int length, byte[] buffer) throws IOException {
        this.in = Files.newInputStream(file);
        this.length = length;
        this.buffer = buffer;
    }

    /** Reads the next records; returns how many, 0 at the end. */
    int next() throws IOException {
        int whole = buffer.length / length * length;
        int read = in.readNBytes(buffer, 0, whole);
        if (read % length != 0) {
            throw new EOFException("a temporary file ends within a record");
        }
        return read / length;
    }

    /** The unsigned number of four bytes at {@code offset}, which is below 2^31. */
    static int u32(byte[] bytes, int offset) {
        return bytes[offset] << 24
                | (bytes[offset + 1] & 0xFF) << 16
                | (bytes[offset + 2] & 0xFF) << 8
                | bytes[offset + 3] & 0xFF;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
