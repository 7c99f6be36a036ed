package org.trialseal.core.prove;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.proof.RecordBytes;
import org.trialseal.core.record.RowBatch;

/**
 * Sorts rows by (group, index) in bounded memory: runs of 8 MiB, or of 16 once there are many, are sorted and
 * written to temporary files in a private folder, then merged. Rows are kept as bytes, without an object for each cell.
 */
final class RowSort implements RowSink, Closeable {
    private static final int RUN_BYTES = 1 << 23;
    private static final int MANY_RUNS = 1 << 7;
    private static final int FIRST_BYTES = 1 << 12;
    private static final int PLACE_BYTES = 64;
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final int columns;
    private int runBytes;
    private final List<Path> runs = new ArrayList<>();
    private final List<SortedRun> open = new ArrayList<>();
    private List<Place> places = new ArrayList<>();
    private byte[] bytes = new byte[FIRST_BYTES];
    private int used;

    RowSort(Path folder, int columns) {
        this(folder, columns, RUN_BYTES);
    }

    RowSort(Path folder, int columns, int runBytes) {
        this.folder = folder;
        this.columns = columns;
        this.runBytes = runBytes;
    }

    /** Where a row belongs, and where its bytes are. */
    private record Place(long group, long index, long position, int from, int to) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::group).thenComparingLong(Place::index);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** A row with its place. Its bytes are good until the next one comes. */
    static final class Row {
        private final long group;
        private final long index;
        private final long position;
        private final int columns;
        private final byte[] bytes;
        private final int from;
        private final int to;

        Row(long group, long index, long position, int columns, byte[] bytes, int from, int to) {
            this.group = group;
            this.index = index;
            this.position = position;
            this.columns = columns;
            this.bytes = bytes;
            this.from = from;
            this.to = to;
        }

        long group() {
            return group;
        }

        long index() {
            return index;
        }

        long position() {
            return position;
        }

        /** The row as a batch of its own. */
        RowBatch values() {
            return RecordBytes.read(columns, bytes, from, to);
        }

        /** The array that holds {@link RecordBytes} of the row; not to be written to. */
        byte[] bytes() {
            return bytes;
        }

        int from() {
            return from;
        }

        int length() {
            return to - from;
        }
    }

    @Override
    public void add(long group, long index, long position, RowBatch batch, int row) throws IOException {
        int length = RecordBytes.length(batch, row);
        if (used > 0 && (long) used + length + PLACE_BYTES * (places.size() + 1L) > runBytes) {
            spill();
        }
        if (length > bytes.length - used) {
            bytes = Arrays.copyOf(bytes, (int) Math.max(Math.min(2L * bytes.length, runBytes), (long) used + length));
        }
        int end = RecordBytes.put(batch, row, bytes, used);
        places.add(new Place(group, index, position, used, end));
        used = end;
    }

    private void spill() throws IOException {
        places.sort(Comparator.naturalOrder());
        Path run = Files.createTempFile(folder, "rows-", ".tmp");
        runs.add(run);
        ByteBuffer head = ByteBuffer.allocate(SortedRun.HEAD);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(run), BUFFER)) {
            for (Place place : places) {
                int length = place.to() - place.from();
                head.clear().putLong(place.group()).putLong(place.index()).putLong(place.position());
                out.write(head.putInt(length).array());
                out.write(bytes, place.from(), length);
            }
        }
        places.clear();
        used = 0;
        if (runs.size() == MANY_RUNS) {
            runBytes *= 2;
        }
    }

    /** Takes rows in order. */
    interface Sink {
        void accept(Row row) throws IOException, MalformedException, ProofRefusedException;
    }

    /** Hands over all rows in order. */
    void drainTo(Sink sink) throws IOException, MalformedException, ProofRefusedException {
        if (runs.isEmpty()) {
            places.sort(Comparator.naturalOrder());
            for (Place place : places) {
                sink.accept(new Row(
                        place.group(), place.index(), place.position(), columns, bytes, place.from(), place.to()));
            }
            return;
        }
        spill();
        bytes = new byte[0];
        merge(sink);
    }

    private void merge(Sink sink) throws IOException, MalformedException, ProofRefusedException {
        PriorityQueue<SortedRun> heads = new PriorityQueue<>();
        for (Path path : runs) {
            SortedRun run = new SortedRun(path, columns);
            open.add(run);
            if (run.next()) {
                heads.add(run);
            }
        }
        for (SortedRun head = heads.poll(); head != null; head = heads.poll()) {
            boolean more = true;
            while (more && isFirst(head, heads)) {
                sink.accept(head.row());
                more = head.next();
            }
            if (more) {
                heads.add(head);
            }
        }
    }

    private static boolean isFirst(SortedRun run, PriorityQueue<SortedRun> others) {
        SortedRun other = others.peek();
        return other == null || run.compareTo(other) <= 0;
    }

    @Override
    public void close() throws IOException {
        for (Closeable run : open) {
            run.close();
        }
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
    }
}
