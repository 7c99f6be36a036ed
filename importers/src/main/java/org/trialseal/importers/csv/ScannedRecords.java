package org.trialseal.importers.csv;

/**
 * Whole records as they stand in the text: UTF-8 bytes that the scanner has found well formed.
 *
 * <p>Not a value: it hands its array over without copying, and nobody writes to it.
 */
final class ScannedRecords {
    private final byte[] text;
    private final int from;
    private final int to;
    private final int[] starts;
    private final int count;
    private final int fields;
    private final long firstLine;

    ScannedRecords(byte[] text, int from, int to, int[] starts, int count, int fields, long firstLine) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.starts = starts;
        this.count = count;
        this.fields = fields;
        this.firstLine = firstLine;
    }

    /** The array that holds the text; not to be written to. */
    byte[] text() {
        return text;
    }

    /** Offset of the first byte. */
    int from() {
        return from;
    }

    /** Offset behind the last byte. */
    int to() {
        return to;
    }

    /** Number of records. */
    int count() {
        return count;
    }

    /** Number of fields of each record. */
    int fields() {
        return fields;
    }

    /** Offset of a record's first byte; records count from 0. */
    int start(int record) {
        return starts[record];
    }

    /** The 1-based physical line on which the first record begins. */
    long firstLine() {
        return firstLine;
    }
}
