package org.trialseal.importers.xport;

/**
 * Whole records as they stand in the file.
 *
 * <p>Not a value: it hands its array over without copying, and nobody writes to it.
 */
final class Records {
    /** No records at all. */
    static final Records NONE = new Records(new byte[0], 0, 1, 1, 0);

    private final byte[] bytes;
    private final int count;
    private final int length;
    private final long first;
    private final long offset;

    /**
     * @param length bytes of each record
     * @param first number of the first record in its dataset, from 1
     * @param offset offset of the first record in the file
     */
    Records(byte[] bytes, int count, int length, long first, long offset) {
        this.bytes = bytes;
        this.count = count;
        this.length = length;
        this.first = first;
        this.offset = offset;
    }

    /** The array that begins with the records; not to be written to. */
    byte[] bytes() {
        return bytes;
    }

    /** Number of records. */
    int count() {
        return count;
    }

    /** Offset of a record in {@link #bytes}; records count from 0. */
    int start(int record) {
        return record * length;
    }

    /** Number of a record in its dataset, from 1. */
    long number(int record) {
        return first + record;
    }

    /** Offset in the file of a byte of {@link #bytes}. */
    long offset(int at) {
        return offset + at;
    }
}
