package org.trialseal.core.evidence;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.IntToLongFunction;

/**
 * Brings a file of fixed-length records from the order of arrival into the order of groups. The final place of every
 * record is known, so that two sequential passes through buckets on disk do, whatever the order and the size. Two files
 * may be rearranged at the same time.
 */
final class Rearrangement {
    private static final int BUCKET_BYTES = 1 << 23;
    private static final int MOST_BUCKETS = 1 << 9;
    private static final int PLACE = 2 * Integer.BYTES;
    private static final int BLOCK = 1 << 10;
    private static final int PIECE = 1 << 15;

    private final Path order;
    private final IntToLongFunction groupStart;
    private final long records;
    private final int bucketBytes;

    /** Sees the records in their final order. */
    interface Sink {
        /** The next {@code count} records. */
        void records(byte[] records, int count) throws IOException;
    }

    /**
     * @param order file with {@code u32 group | u32 index} for each record in the order of arrival
     * @param groupStart the place of the first record of each group
     * @param records number of records
     */
    Rearrangement(Path order, IntToLongFunction groupStart, long records) {
        this(order, groupStart, records, BUCKET_BYTES);
    }

    Rearrangement(Path order, IntToLongFunction groupStart, long records, int bucketBytes) {
        this.bucketBytes = bucketBytes;
        this.order = order;
        this.groupStart = groupStart;
        this.records = records;
    }

    /** Rearranges one file of records of {@code length} bytes. */
    void apply(Path file, int length, Sink sink) throws IOException {
        int perBucket = Math.max(bucketBytes / length, Math.toIntExact(records / MOST_BUCKETS + 1));
        int count = Math.toIntExact((records + perBucket - 1) / perBucket);
        Path sorted = file.resolveSibling(file.getFileName() + ".tmp");
        try (Buckets buckets =
                new Buckets(DurableFiles.parentOf(file), file.getFileName().toString(), count, length)) {
            distribute(file, length, perBucket, buckets);
            byte[] placed = new byte[Math.multiplyExact((int) Math.min(perBucket, records), length)];
            try (OutputStream out = Files.newOutputStream(sorted)) {
                for (int i = 0; i < count; i++) {
                    int inBucket = (int) Math.min(perBucket, records - (long) i * perBucket);
                    buckets.drain(i, placed);
                    sink.records(placed, inBucket);
                    write(placed, inBucket * length, out);
                }
            }
        }
        Files.move(sorted, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void distribute(Path file, int length, int perBucket, Buckets buckets) throws IOException {
        byte[] places = new byte[BLOCK * PLACE];
        byte[] block = new byte[BLOCK * length];
        try (RecordBlocks orders = new RecordBlocks(order, PLACE, places);
                RecordBlocks in = new RecordBlocks(file, length, block)) {
            long done = 0;
            for (int count = in.next(); count > 0; count = in.next()) {
                if (orders.next() != count) {
                    throw new EOFException("the temporary files do not match");
                }
                for (int i = 0; i < count; i++) {
                    int at = i * PLACE;
                    long place = groupStart.applyAsLong(RecordBlocks.u32(places, at))
                            + RecordBlocks.u32(places, at + Integer.BYTES);
                    buckets.add((int) (place / perBucket), (int) (place % perBucket), block, i * length);
                }
                done += count;
            }
            if (done != records) {
                throw new EOFException("the temporary files end too early");
            }
        }
    }

    /** In pieces: a channel keeps a direct buffer as large as the largest array it was given. */
    private static void write(byte[] bytes, int length, OutputStream out) throws IOException {
        for (int from = 0; from < length; from += PIECE) {
            out.write(bytes, from, Math.min(PIECE, length - from));
        }
    }
}
