package org.trialseal.importers.odm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.record.CellType;

/** Cells of a table that become known only after its records were written, in any order; read in the order of the records. */
final class LateCells {
    /** Values that are handed out at once have about this many bytes at most, but for those of a single record. */
    private static final int MOST_BYTES = 1 << 20;

    private final ByteSort cells;
    private final LongValues values;
    private ByteSort.@Nullable Entries sorted;
    private @Nullable Late next;

    LateCells(Spool spool, LongValues values) {
        this.cells = new ByteSort(spool);
        this.values = values;
    }

    /**
     * A cell.
     *
     * @param row number of the record, from 0
     * @param column number of the column among those that may be late
     * @param form of the value, see {@link LongValues}
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Late(long row, int column, CellType type, byte[] form) {}

    /**
     * The cells of some records.
     *
     * @param end number of the record after the last of them
     */
    record Taken(long end, List<Late> cells) {}

    void add(long row, int column, CellType type, byte[] form) throws IOException {
        byte[] key = ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(row)
                .putInt(column)
                .array();
        byte[] content = ByteBuffer.allocate(1 + form.length)
                .put((byte) type.code())
                .put(form)
                .array();
        cells.add(key, content);
    }

    /** The cells of records {@code from} to at most {@code end}, in order; fewer records when their values are long. */
    Taken take(long from, long end) throws IOException {
        List<Late> taken = new ArrayList<>();
        long bytes = 0;
        for (Late late = peek(); late != null && late.row() < end; late = peek()) {
            boolean begins = taken.isEmpty() || taken.get(taken.size() - 1).row() < late.row();
            if (begins && bytes > MOST_BYTES) {
                return new Taken(Math.max(from + 1, late.row()), taken);
            }
            taken.add(late);
            bytes += LongValues.length(late.form());
            next = null;
        }
        return new Taken(end, taken);
    }

    private @Nullable Late peek() throws IOException {
        if (sorted == null) {
            sorted = cells.sorted();
        }
        if (next == null) {
            ByteSort.Entry entry = sorted.next();
            next = entry == null ? null : late(entry);
        }
        return next;
    }

    private static Late late(ByteSort.Entry entry) {
        ByteBuffer key = ByteBuffer.wrap(entry.key());
        ByteBuffer content = ByteBuffer.wrap(entry.content());
        CellType type = CellType.ofCode(content.get()).orElseThrow();
        byte[] form = new byte[content.remaining()];
        content.get(form);
        return new Late(key.getLong(), key.getInt(), type, form);
    }

    /** The value of a cell. May be called by several threads at once. */
    byte[] value(Late late) throws IOException {
        return values.restore(late.form());
    }
}
