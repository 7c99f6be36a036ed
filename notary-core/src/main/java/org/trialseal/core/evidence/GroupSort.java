package org.trialseal.core.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.trialseal.core.digest.Sha256;

/** Brings the records of a group table into the order of their tags, through buckets on disk. */
final class GroupSort implements Closeable {
    private static final int PER_BUCKET = 1 << 14;
    private static final int INDEX_BITS = 20;
    private static final int LENGTH = GroupTable.LENGTH;

    private final Buckets buckets;
    private final int bits;
    private final int[] counts;
    private final byte[] record = new byte[LENGTH];

    /** Sees the records by ascending tag. */
    interface Sink {
        /** The record at {@code offset}. */
        void record(byte[] records, int offset) throws IOException;
    }

    /**
     * No record yet.
     *
     * @param folder for temporary files
     * @param groups how many there will be
     */
    GroupSort(Path folder, int groups) throws IOException {
        bits = Integer.SIZE - Integer.numberOfLeadingZeros(groups / PER_BUCKET);
        counts = new int[1 << bits];
        buckets = new Buckets(folder, "groups", counts.length, LENGTH);
    }

    void add(GroupTable.Group group) throws IOException {
        group.write(ByteBuffer.wrap(record));
        int bucket = (int) (beginning(record, 0) >>> 1 >>> Long.SIZE - 1 - bits);
        buckets.add(bucket, counts[bucket]++, record, 0);
    }

    private static long beginning(byte[] records, int offset) {
        return ByteBuffer.wrap(records).getLong(offset);
    }

    void drainTo(Sink sink) throws IOException {
        byte[] records = new byte[Arrays.stream(counts).max().orElse(0) * LENGTH];
        for (int bucket = 0; bucket < counts.length; bucket++) {
            buckets.drain(bucket, records);
            for (int index : sorted(records, counts[bucket])) {
                sink.record(records, index * LENGTH);
            }
        }
    }

    private int[] sorted(byte[] records, int count) {
        if (count > 1 << INDEX_BITS) {
            throw new IllegalStateException("tags are not spread evenly");
        }
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            long key = (beginning(records, i * LENGTH) << bits) ^ Long.MIN_VALUE;
            order[i] = key >>> INDEX_BITS << INDEX_BITS | i;
        }
        Arrays.sort(order);
        int[] sorted = new int[count];
        for (int i = 0; i < count; i++) {
            int index = (int) order[i] & (1 << INDEX_BITS) - 1;
            int at = i;
            for (; at > 0 && compare(records, sorted[at - 1], index) > 0; at--) {
                sorted[at] = sorted[at - 1];
            }
            sorted[at] = index;
        }
        return sorted;
    }

    private static int compare(byte[] records, int one, int other) {
        return Arrays.compareUnsigned(
                records,
                one * LENGTH,
                one * LENGTH + Sha256.LENGTH,
                records,
                other * LENGTH,
                other * LENGTH + Sha256.LENGTH);
    }

    @Override
    public void close() throws IOException {
        buckets.close();
    }
}
