package org.trialseal.core.evidence;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Brings a file of fixed-length records from the order of arrival into the order of groups. The final place of every
 * record is known, so that two sequential passes through buckets of at most 16 MiB do, whatever the order and the size.
 */
final class Rearrangement {
    private static final int BUCKET_BYTES = 1 << 24;
    private static final int BUFFER = 1 << 15;
    private static final int PIECE = BUFFER / 2;

    private final Path order;
    private final IntToLongFunction groupStart;
    private final long records;
    private final int bucketBytes;

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
    void apply(Path file, int length) throws IOException {
        int perBucket = Math.max(1, bucketBytes / length);
        int buckets = Math.toIntExact((records + perBucket - 1) / perBucket);
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < buckets; i++) {
            paths.add(file.resolveSibling("bucket-" + i + ".tmp"));
        }
        distribute(file, length, perBucket, paths);
        Path sorted = file.resolveSibling(file.getFileName() + ".tmp");
        byte[] placed = new byte[(int) Math.min(perBucket, records) * length];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(sorted), BUFFER)) {
            for (int i = 0; i < buckets; i++) {
                int inBucket = (int) Math.min(perBucket, records - (long) i * perBucket);
                place(paths.get(i), inBucket, length, placed);
                write(placed, inBucket * length, out);
                Files.delete(paths.get(i));
            }
        }
        Files.move(sorted, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void distribute(Path file, int length, int perBucket, List<Path> paths) throws IOException {
        List<DataOutputStream> outs = new ArrayList<>();
        try (DataInputStream places = input(order);
                DataInputStream in = input(file)) {
            for (Path path : paths) {
                outs.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), BUFFER)));
            }
            byte[] record = new byte[length];
            for (long i = 0; i < records; i++) {
                in.readFully(record);
                long place = groupStart.applyAsLong(places.readInt()) + places.readInt();
                DataOutputStream out = outs.get((int) (place / perBucket));
                out.writeInt((int) (place % perBucket));
                out.write(record, 0, length);
            }
        } finally {
            closeAll(outs);
        }
    }

    private static void closeAll(List<DataOutputStream> outs) throws IOException {
        IOException failure = null;
        for (DataOutputStream out : outs) {
            try {
                out.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** In pieces: a channel keeps a direct buffer as large as the largest array it was given. */
    private static void write(byte[] bytes, int length, OutputStream out) throws IOException {
        for (int from = 0; from < length; from += PIECE) {
            out.write(bytes, from, Math.min(PIECE, length - from));
        }
    }

    private static void place(Path bucket, int count, int length, byte[] placed) throws IOException {
        try (DataInputStream in = input(bucket)) {
            for (int i = 0; i < count; i++) {
                int place = in.readInt();
                in.readFully(placed, place * length, length);
            }
        }
    }

    private static DataInputStream input(Path path) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER));
    }
}
