package org.trialseal.core.prove;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;

/**
 * Sorts rows by (group, index) in bounded memory: runs of at most 16 MiB are sorted and written to temporary files in a
 * private folder, then merged.
 */
final class RowSort implements RowSink, Closeable {
    private static final int RUN_BYTES = 1 << 24;
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final int columns;
    private final int runBytes;
    private final List<Path> runs = new ArrayList<>();
    private final List<Closeable> open = new ArrayList<>();
    private List<Row> current = new ArrayList<>();
    private long currentBytes;

    RowSort(Path folder, int columns) {
        this(folder, columns, RUN_BYTES);
    }

    RowSort(Path folder, int columns, int runBytes) {
        this.folder = folder;
        this.columns = columns;
        this.runBytes = runBytes;
    }

    /** A row with its place. */
    record Row(long group, long index, long position, RowBatch values) implements Comparable<Row> {
        private static final Comparator<Row> ORDER =
                Comparator.comparingLong(Row::group).thenComparingLong(Row::index);

        @Override
        public int compareTo(Row other) {
            return ORDER.compare(this, other);
        }
    }

    @Override
    public void add(long group, long index, long position, RowBatch batch, int row) throws IOException {
        current.add(new Row(group, index, position, single(batch, row)));
        currentBytes += 128 + 8L * columns + batch.length(row);
        if (currentBytes > runBytes) {
            spill();
        }
    }

    /** One row by itself. */
    static RowBatch single(RowBatch batch, int row) {
        RowBatch single = new RowBatch(batch.columns(), 1, batch.length(row));
        for (int column = 0; column < batch.columns(); column++) {
            single.add(batch.type(row, column), batch.buffer(), batch.offset(row, column), batch.length(row, column));
        }
        return single;
    }

    private void spill() throws IOException {
        current.sort(Comparator.naturalOrder());
        Path run = Files.createTempFile(folder, "rows-", ".tmp");
        runs.add(run);
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), BUFFER))) {
            for (Row row : current) {
                write(row, out);
            }
        }
        current = new ArrayList<>();
        currentBytes = 0;
    }

    private static void write(Row row, DataOutputStream out) throws IOException {
        out.writeLong(row.group());
        out.writeLong(row.index());
        out.writeLong(row.position());
        RowBatch values = row.values();
        for (int column = 0; column < values.columns(); column++) {
            out.writeByte(values.type(0, column).code());
            out.writeInt(values.length(0, column));
            out.write(values.buffer(), values.offset(0, column), values.length(0, column));
        }
    }

    /** Takes rows in order. */
    interface Sink {
        void accept(Row row) throws IOException, MalformedException, ProofRefusedException;
    }

    /** Hands over all rows in order. */
    void drainTo(Sink sink) throws IOException, MalformedException, ProofRefusedException {
        if (runs.isEmpty()) {
            current.sort(Comparator.naturalOrder());
            for (Row row : current) {
                sink.accept(row);
            }
            return;
        }
        spill();
        PriorityQueue<Head> heads = new PriorityQueue<>();
        for (Path run : runs) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(run), BUFFER));
            open.add(in);
            read(in).ifPresent(row -> heads.add(new Head(row, in)));
        }
        for (Head head = heads.poll(); head != null; head = heads.poll()) {
            sink.accept(head.row());
            DataInputStream in = head.in();
            read(in).ifPresent(row -> heads.add(new Head(row, in)));
        }
    }

    private record Head(Row row, DataInputStream in) implements Comparable<Head> {
        @Override
        public int compareTo(Head other) {
            return row.compareTo(other.row);
        }
    }

    private Optional<Row> read(DataInputStream in) throws IOException {
        long group;
        try {
            group = in.readLong();
        } catch (EOFException e) {
            return Optional.empty();
        }
        long index = in.readLong();
        long position = in.readLong();
        RowBatch values = new RowBatch(columns, 1, 0);
        for (int column = 0; column < columns; column++) {
            CellType type = CellType.ofCode(in.readByte()).orElseThrow(() -> new IOException("temporary file damaged"));
            byte[] value = in.readNBytes(in.readInt());
            values.add(type, value, 0, value.length);
        }
        return Optional.of(new Row(group, index, position, values));
    }

    @Override
    public void close() throws IOException {
        for (Closeable in : open) {
            in.close();
        }
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
    }
}
