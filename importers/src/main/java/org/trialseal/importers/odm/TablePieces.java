package org.trialseal.importers.odm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader.Piece;

/** The records of one table as pieces: as they were spooled, with the cells that came late. */
final class TablePieces {
    private static final byte[] EMPTY = {};

    private final Spool spool;
    private final @Nullable LateCells late;
    private final Iterator<CollectedTable.RowBlock> blocks;
    private final int[] places;
    private final int[] latePlaces;
    private final int width;
    private CollectedTable.@Nullable RowBlock block;
    private int begin;
    private long records;

    /**
     * @param late null when the table has no such cells
     * @param lateColumns names of their columns
     */
    TablePieces(CollectedTable table, Schema schema, Spool spool, @Nullable LateCells late, List<String> lateColumns) {
        this.spool = spool;
        this.late = late;
        this.blocks = table.blocks().iterator();
        this.places = table.places(schema);
        this.width = schema.size();
        this.latePlaces = late == null
                ? new int[0]
                : lateColumns.stream()
                        .mapToInt(name -> schema.indexOf(name).orElseThrow())
                        .toArray();
    }

    /** The next one; empty at the end. */
    Optional<Piece> next() throws IOException {
        if (block == null) {
            if (!blocks.hasNext()) {
                return Optional.empty();
            }
            block = blocks.next();
            begin = 0;
        }
        CollectedTable.RowBlock from = block;
        int first = begin;
        LateCells.Taken taken = taken(from.rows() - first);
        int end = first + (int) (taken.end() - records);
        long number = records;
        begin = end;
        records = taken.end();
        block = end == from.rows() ? null : from;
        return Optional.of(() -> new Decoding(from, first, end, number, taken.cells()).batch());
    }

    private LateCells.Taken taken(int rows) throws IOException {
        return late == null ? new LateCells.Taken(records + rows, List.of()) : late.take(records, records + rows);
    }

    /** The decoding of some records. */
    private final class Decoding {
        private final CollectedTable.RowBlock from;
        private final int first;
        private final int end;
        private final long number;
        private final List<LateCells.Late> cells;
        private final byte[][] sources = new byte[width][];
        private final int[] offsets = new int[width];
        private final int[] lengths = new int[width];
        private final CellType[] types = new CellType[width];

        /**
         * @param from some records
         * @param first of them to be decoded
         * @param end after the last of them
         * @param number of the first in the table
         */
        Decoding(CollectedTable.RowBlock from, int first, int end, long number, List<LateCells.Late> cells) {
            this.from = from;
            this.first = first;
            this.end = end;
            this.number = number;
            this.cells = cells;
        }

        RowBatch batch() {
            try {
                return decode(spool.read(from.block()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private RowBatch decode(byte[] content) throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            RowBatch batch = new RowBatch(width, Math.max(1, end - first), content.length);
            int next = 0;
            for (int row = 0; row < end; row++) {
                Arrays.fill(types, CellType.MISSING);
                Arrays.fill(lengths, 0);
                read(content, bytes);
                if (row >= first) {
                    next = late(next, number + row - first);
                    add(batch);
                }
            }
            return batch;
        }

        private void read(byte[] content, ByteBuffer bytes) {
            for (int left = bytes.getInt(); left > 0; left--) {
                int column = places[bytes.getInt()];
                int length = bytes.getInt();
                set(column, CellType.TEXT, content, bytes.position(), length);
                bytes.position(bytes.position() + length);
            }
        }

        /** What a record has already counts. */
        private int late(int from, long row) throws IOException {
            int next = from;
            for (; next < cells.size() && cells.get(next).row() == row; next++) {
                LateCells.Late cell = cells.get(next);
                int column = latePlaces[cell.column()];
                if (types[column] == CellType.MISSING && late != null) {
                    byte[] value = late.value(cell);
                    set(column, cell.type(), value, 0, value.length);
                }
            }
            return next;
        }

        private void set(int column, CellType type, byte[] source, int offset, int length) {
            types[column] = type;
            sources[column] = source;
            offsets[column] = offset;
            lengths[column] = length;
        }

        private void add(RowBatch batch) {
            for (int column = 0; column < width; column++) {
                byte[] source = lengths[column] == 0 ? EMPTY : sources[column];
                batch.add(types[column], source, lengths[column] == 0 ? 0 : offsets[column], lengths[column]);
            }
        }
    }
}
