package org.trialseal.core.compare;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;

/**
 * Rows that come in any order and are read in the order of their positions: put aside in hidden files by ranges of
 * positions, each of which is sorted in memory.
 */
final class RowsByPosition implements Closeable {
    private static final long PER_RANGE = 1 << 14;
    private static final int MOST_RANGES = 256;

    private final List<RowSpool> ranges = new ArrayList<>();
    private final Schema schema;
    private final long perRange;
    private long rows;

    /** @param records number of rows to come, with positions below it */
    RowsByPosition(HiddenFolder hidden, Schema schema, long records) {
        this.schema = schema;
        this.perRange = Math.max(PER_RANGE, (records + MOST_RANGES - 1) / MOST_RANGES);
        for (long first = 0; first < records; first += perRange) {
            ranges.add(new RowSpool(hidden.newFile(), schema.size()));
        }
    }

    /** Takes a row; one whose position cannot be, or is there too often, is left out, and so is missing in the end. */
    void add(long position, RowBatch batch, int row) throws IOException {
        long number = position / perRange;
        if (position < 0 || number >= ranges.size()) {
            return;
        }
        RowSpool range = ranges.get((int) number);
        if (range.rows() < perRange) {
            range.add(position, 0, 0, batch, row);
            rows++;
        }
    }

    /** Number of rows taken. */
    long rows() {
        return rows;
    }

    /** Reads the rows, as often as wanted, as the only table. */
    TableReader open(String name) {
        return new Reader(name);
    }

    private record Placed(long position, int row) {}

    private RowBatch sorted(RowSpool range) throws IOException, MalformedException {
        List<Placed> placed = new ArrayList<>();
        RowBatch rows = new RowBatch(schema.size());
        range.visit((number, cursor, fingerprint, batch, row) -> {
            placed.add(new Placed(number, placed.size()));
            append(batch, row, rows);
        });
        placed.sort(Comparator.comparingLong(Placed::position));
        RowBatch sorted = new RowBatch(schema.size());
        placed.forEach(one -> append(rows, one.row(), sorted));
        return sorted;
    }

    private static void append(RowBatch from, int row, RowBatch to) {
        for (int column = 0; column < from.columns(); column++) {
            to.add(from.type(row, column), from.buffer(), from.offset(row, column), from.length(row, column));
        }
    }

    private final class Reader implements TableReader {
        private final String name;
        private boolean begun;
        private int next;

        Reader(String name) {
            this.name = name;
        }

        @Override
        public Optional<Table> nextTable() {
            boolean first = !begun;
            begun = true;
            return first ? Optional.of(new Table(name, schema)) : Optional.empty();
        }

        @Override
        public Optional<Piece> nextPiece() throws IOException, MalformedException {
            while (next < ranges.size()) {
                RowBatch batch = sorted(ranges.get(next++));
                if (batch.rows() > 0) {
                    return Optional.of(() -> batch);
                }
            }
            return Optional.empty();
        }

        @Override
        public void close() {
            next = ranges.size();
        }
    }

    @Override
    public void close() throws IOException {
        for (RowSpool range : ranges) {
            range.close();
        }
    }
}
