package org.trialseal.core.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Temporary files that take records in any order, each with {@code u32 place} in its file before it. */
final class Buckets implements Closeable {
    private static final int BUFFER = 1 << 14;

    private final Path folder;
    private final String name;
    private final int entry;
    private final OutputStream[] files;
    private final byte[][] buffers;
    private final int[] used;

    /**
     * @param name how the files' names begin
     * @param length bytes of a record
     */
    Buckets(Path folder, String name, int count, int length) throws IOException {
        this.folder = folder;
        this.name = name;
        this.entry = Integer.BYTES + length;
        this.files = new OutputStream[count];
        this.buffers = new byte[count][Math.max(BUFFER / entry, 1) * entry];
        this.used = new int[count];
        try {
            for (int i = 0; i < count; i++) {
                files[i] = Files.newOutputStream(path(i));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Path path(int bucket) {
        return folder.resolve(name + "-" + bucket + ".tmp");
    }

    /** Takes the record at {@code offset}. */
    void add(int bucket, int place, byte[] records, int offset) throws IOException {
        byte[] buffer = buffers[bucket];
        if (used[bucket] == buffer.length) {
            flush(bucket);
        }
        int at = used[bucket];
        buffer[at] = (byte) (place >>> 24);
        buffer[at + 1] = (byte) (place >>> 16);
        buffer[at + 2] = (byte) (place >>> 8);
        buffer[at + 3] = (byte) place;
        System.arraycopy(records, offset, buffer, at + Integer.BYTES, entry - Integer.BYTES);
        used[bucket] = at + entry;
    }

    private void flush(int bucket) throws IOException {
        files[bucket].write(buffers[bucket], 0, used[bucket]);
        used[bucket] = 0;
    }

    /** Brings the records of a bucket to their places, and deletes it. */
    void drain(int bucket, byte[] placed) throws IOException {
        flush(bucket);
        files[bucket].close();
        int length = entry - Integer.BYTES;
        byte[] buffer = buffers[bucket];
        try (RecordBlocks blocks = new RecordBlocks(path(bucket), entry, buffer)) {
            for (int count = blocks.next(); count > 0; count = blocks.next()) {
                for (int at = 0; at < count * entry; at += entry) {
                    int place = RecordBlocks.u32(buffer, at);
                    System.arraycopy(buffer, at + Integer.BYTES, placed, place * length, length);
                }
            }
        }
        Files.delete(path(bucket));
        buffers[bucket] = new byte[0];
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (OutputStream file : files) {
            try {
                if (file != null) {
                    file.close();
                }
            } catch (IOException e) {
                failure = e;
            }
        }
        Arrays.fill(buffers, new byte[0]);
        if (failure != null) {
            throw failure;
        }
    }
}
