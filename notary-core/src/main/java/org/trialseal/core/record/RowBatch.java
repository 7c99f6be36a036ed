package org.trialseal.core.record;

import java.util.Arrays;
import org.trialseal.core.digest.Bytes;

/**
 * A run of consecutive rows, packed: the value bytes of all cells one after the other, with an end offset and a type
 * for each cell. Filled once by an importer, then only read. Row and column indices count from 0.
 */
public final class RowBatch {
    private static final int FIRST_CAPACITY = 1 << 12;
    private static final int FIRST_ROWS = 16;

    private final int columns;
    private byte[] bytes;
    private int[] ends;
    private CellType[] types;
    private int cells;
    private int used;

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
        if (columns < 1 || columns > Schema.MAX_COLUMNS) {
            throw new IllegalArgumentException("a row has 1 to " + Schema.MAX_COLUMNS + " columns");
        }
        this.columns = columns;
        this.bytes = new byte[length];
        this.ends = new int[Math.multiplyExact(rows, columns)];
        this.types = new CellType[rows * columns];
    }

    /**
     * Appends the next cell of the current row.
     *
     * @throws IllegalArgumentException when the value is longer than {@link Cell#MAX_LENGTH}
     */
    public void add(CellType type, byte[] source, int offset, int length) {
        if (length > Cell.MAX_LENGTH) {
            throw new IllegalArgumentException("a cell holds at most " + Cell.MAX_LENGTH + " bytes");
        }
        reserve(length);
        System.arraycopy(source, offset, bytes, used, length);
        used += length;
        ends[cells] = used;
        types[cells] = type;
        cells++;
    }

    /** Appends the next cell of the current row. */
    public void add(Cell cell) {
        byte[] value = cell.value().toArray();
        add(cell.type(), value, 0, value.length);
    }

    private void reserve(int length) {
        if (used > Integer.MAX_VALUE - 8 - length) {
            throw new IllegalArgumentException("a batch holds less than 2 GiB");
        }
        if (used + length > bytes.length) {
            long doubled = Math.max(2L * bytes.length, (long) used + length);
            bytes = Arrays.copyOf(bytes, (int) Math.min(doubled, Integer.MAX_VALUE - 8));
        }
        if (cells == ends.length) {
            ends = Arrays.copyOf(ends, 2 * cells);
            types = Arrays.copyOf(types, 2 * cells);
        }
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
        int cell = row * columns + column;
        return cell == 0 ? 0 : ends[cell - 1];
    }

    /** Length of a cell's value in bytes. */
    public int length(int row, int column) {
        return ends[row * columns + column] - offset(row, column);
    }

    /** Type of a cell. */
    public CellType type(int row, int column) {
        return types[row * columns + column];
    }

    /** A cell as a value of its own. */
    public Cell cell(int row, int column) {
        int from = offset(row, column);
        return new Cell(type(row, column), Bytes.copyOf(bytes, from, from + length(row, column)));
    }
}
