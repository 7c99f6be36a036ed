package org.trialseal.core.compare;

import java.io.IOException;
import org.trialseal.core.digest.MalformedException;

/**
 * Reads records of a fixed length through a cache of small windows, so that rows which visit many groups in turn still
 * read in runs. Not safe for use by several threads at once.
 */
final class RecordWindows {
    private static final int WINDOW_BYTES = 1 << 11;
    private static final int CACHE_BYTES = 1 << 20;
    private static final long NONE = -1;

    private final Source source;
    private final long records;
    private final int length;
    private final int perWindow;
    private final byte[][] windows;
    private final long[] loaded;

    /** Where the records come from. */
    interface Source {
        /** Reads {@code count} records from {@code record} on. */
        void read(long record, int count, byte[] target) throws IOException, MalformedException;
    }

    /**
     * @param records number of records there are
     * @param length of one, in bytes
     */
    RecordWindows(Source source, long records, int length) {
        this.source = source;
        this.records = records;
        this.length = length;
        this.perWindow = Math.max(1, WINDOW_BYTES / length);
        int slots = Math.max(2, CACHE_BYTES / (perWindow * length));
        this.windows = new byte[slots][];
        this.loaded = new long[slots];
        java.util.Arrays.fill(loaded, NONE);
    }

    /** The bytes among which a record stands, at {@link #offset}; valid until the next call. */
    byte[] load(long record) throws IOException, MalformedException {
        long window = record / perWindow;
        int slot = (int) (window % windows.length);
        if (windows[slot] == null) {
            windows[slot] = new byte[perWindow * length];
        }
        if (loaded[slot] != window) {
            loaded[slot] = NONE;
            int count = (int) Math.min(perWindow, records - window * perWindow);
            source.read(window * perWindow, count, windows[slot]);
            loaded[slot] = window;
        }
        return windows[slot];
    }

    /** Where a record stands in the bytes of its window. */
    int offset(long record) {
        return (int) (record % perWindow) * length;
    }
}
