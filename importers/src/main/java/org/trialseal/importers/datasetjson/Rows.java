package org.trialseal.importers.datasetjson;

/**
 * Whole rows as they stand in the text, each a JSON array.
 *
 * <p>Not a value: it hands its arrays over without copying, and nobody writes to them.
 */
final class Rows {
    private final byte[] bytes;
    private final int to;
    private final int[] starts;
    private final int count;
    private final long first;
    private final long offset;

    /**
     * @param to offset behind the last row
     * @param starts offset of each row's opening bracket
     * @param first number of the first row in the dataset, from 1
     * @param offset offset of {@code bytes[0]} in the text
     */
    Rows(byte[] bytes, int to, int[] starts, int count, long first, long offset) {
        this.bytes = bytes;
        this.to = to;
        this.starts = starts;
        this.count = count;
        this.first = first;
        this.offset = offset;
    }

    /** The array that holds the rows; not to be written to. */
    byte[] bytes() {
        return bytes;
    }

    /** Offset behind the last row. */
    int to() {
        return to;
    }

    /** Number of rows. */
    int count() {
        return count;
    }

    /** Offset of a row's opening bracket; rows count from 0. */
    int start(int row) {
        return starts[row];
    }

    /** Number of a row in the dataset, from 1. */
    long number(int row) {
        return first + row;
    }

    /** Offset in the text of a byte of {@link #bytes}. */
    long offset(int at) {
        return offset + at;
    }
}
