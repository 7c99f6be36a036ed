package org.trialseal.importers.csv;

import java.util.BitSet;

/**
 * Whole records as they stand in the text: UTF-8 bytes that the scanner has found well formed.
 *
 * <p>Not a value: it hands its array over without copying, and nobody writes to it.
 */
final class ScannedRecords {
    /** No records at all. */
    static final ScannedRecords NONE = new ScannedRecords(new byte[0], 0, 0, new int[0], new BitSet(), 0, 0, 0);

    private final byte[] text;
    private final int from;
    private final int to;
    private final int[] starts;
    private final BitSet quoted;
    private final int count;
    private final int fields;
    private final long firstLine;

    ScannedRecords(byte[] text, int from, int to, int[] starts, BitSet quoted, int count, int fields, long firstLine) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.starts = starts;
        this.quoted = quoted;
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

    /** Offset behind a record and its line end, and behind blank lines that follow it. */
    int end(int record) {
        return record + 1 < count ? starts[record + 1] : to;
    }

    /** Whether a field of the record is enclosed in quotes. */
    boolean isQuoted(int record) {
        return quoted.get(record);
    }

    /** The same records, each as if it were quoted. */
    ScannedRecords allAsQuoted() {
        BitSet all = new BitSet();
        all.set(0, count);
        return new ScannedRecords(text, from, to, starts, all, count, fields, firstLine);
    }

    /** The 1-based physical line on which the first record begins. */
    long firstLine() {
        return firstLine;
    }
}
