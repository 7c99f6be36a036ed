package org.trialseal.core.record;

import java.util.Arrays;
import org.trialseal.core.digest.Bytes;

/**
 * A run of consecutive rows: where in one array each cell's value stands, and its type. Filled once by an importer, then
 * only read. Row and column indices count from 0.
 */
public final class RowBatch {
    private static final int FIRST_CAPACITY = 1 << 12;
    private static final int FIRST_ROWS = 16;
    private static final CellType[] BY_CODE = byCode();

    private final int columns;
    private byte[] bytes;
    private int used;
    private int[] offsets;
    private int[] lengths;
    private byte[] types;
    private int cells;

    /** An empty batch of rows with this many columns. */
    public RowBatch(int columns) {
        this(columns, FIRST_ROWS, FIRST_CAPACITY);
    }

    /**
     * An empty batch with room for some cells and values, which grows when they do not suffice.
     *
     * @param rows expected number of rows, at least 1
     * @param length expected length of all values in bytes
     */
    public RowBatch(int columns, int rows, int length) {
        this(columns, rows, new byte[length], 0);
    }

    /**
     * An empty batch whose values may be slices of {@code text}, which from now on belongs to the batch: what stands
     * behind {@code used} may be overwritten.
     *
     * @param rows expected number of rows, at least 1
     * @param used how many bytes of {@code text} are slices to be
     */
    public RowBatch(int columns, int rows, byte[] text, int used) {
        if (columns < 1 || columns > Schema.MAX_COLUMNS) {
            throw new IllegalArgumentException("a row has 1 to " + Schema.MAX_COLUMNS + " columns");
        }
        this.columns = columns;
        this.bytes = text;
        this.used = used;
        this.offsets = new int[Math.multiplyExact(rows, columns)];
        this.lengths = new int[offsets.length];
        this.types = new byte[offsets.length];
    }

    /** Forgets all rows, to be filled again with slices of another text as if it had been made with that. */
    public void refill(byte[] newText, int newUsed) {
        bytes = newText;
        used = newUsed;
        cells = 0;
    }

    /**
     * Appends a copy of some bytes as the next cell of the current row.
     *
     * @throws IllegalArgumentException when the value is longer than {@link Cell#MAX_LENGTH}
     */
    public void add(CellType type, byte[] source, int offset, int length) {
        requireLength(length);
        reserve(length);
        System.arraycopy(source, offset, bytes, used, length);
        place(type, used, length);
        used += length;
    }

    /**
     * Appends a slice of the text that the batch was made with as the next cell of the current row.
     *
     * @throws IllegalArgumentException when the value is longer than {@link Cell#MAX_LENGTH}
     */
    public void addSlice(CellType type, int offset, int length) {
        requireLength(length);
        place(type, offset, length);
    }

    private static CellType[] byCode() {
        CellType[] types = new CellType[CellType.values().length + 1];
        for (CellType type : CellType.values()) {
            types[type.code()] = type;
        }
        return types;
    }

    /** Appends the next cell of the current row. */
    public void add(Cell cell) {
        byte[] value = cell.value().toArray();
        add(cell.type(), value, 0, value.length);
    }

    private static void requireLength(int length) {
        if (length > Cell.MAX_LENGTH) {
            throw new IllegalArgumentException("a cell holds at most " + Cell.MAX_LENGTH + " bytes");
        }
    }

    private void reserve(int length) {
        if (used > Integer.MAX_VALUE - 8 - length) {
            throw new IllegalArgumentException("a batch holds less than 2 GiB");
        }
        if (used + length > bytes.length) {
            long doubled = Math.max(2L * bytes.length, (long) used + length);
            bytes = Arrays.copyOf(bytes, (int) Math.min(doubled, Integer.MAX_VALUE - 8));
        }
    }

    private void place(CellType type, int offset, int length) {
        if (cells == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * cells);
            lengths = Arrays.copyOf(lengths, 2 * cells);
            types = Arrays.copyOf(types, 2 * cells);
        }
        offsets[cells] = offset;
        lengths[cells] = length;
        types[cells++] = (byte) type.code();
    }

    /** Number of complete rows. */
    public int rows() {
        return cells / columns;
    }

    /** Number of columns of every row. */
    public int columns() {
        return columns;
    }

    /** The array that holds all values; not to be written to. */
    public byte[] buffer() {
        return bytes;
    }

    /** Offset of a cell's value in {@link #buffer()}. */
    public int offset(int row, int column) {
        return offsets[row * columns + column];
    }

    /** Length of a cell's value in bytes. */
    public int length(int row, int column) {
        return lengths[row * columns + column];
    }

    /** Length of all values of a row in bytes. */
    public int length(int row) {
        int length = 0;
        for (int column = 0; column < columns; column++) {
            length += length(row, column);
        }
        return length;
    }

    /** One row as a batch of its own. */
    public RowBatch row(int row) {
        RowBatch single = new RowBatch(columns, 1, length(row));
        for (int column = 0; column < columns; column++) {
            single.add(type(row, column), bytes, offset(row, column), length(row, column));
        }
        return single;
    }

    /** Type of a cell. */
    public CellType type(int row, int column) {
        return BY_CODE[types[row * columns + column]];
    }

    /** Whether a cell has the type and the value of the one above it; there must be a row above. */
    public boolean isAsAbove(int row, int column) {
        int from = offset(row, column);
        int above = offset(row - 1, column);
        return type(row, column) == type(row - 1, column)
                && Arrays.equals(
                        bytes, from, from + length(row, column), bytes, above, above + length(row - 1, column));
    }

    /** A cell as a value of its own. */
    public Cell cell(int row, int column) {
        int from = offset(row, column);
        return new Cell(type(row, column), Bytes.copyOf(bytes, from, from + length(row, column)));
    }
}
