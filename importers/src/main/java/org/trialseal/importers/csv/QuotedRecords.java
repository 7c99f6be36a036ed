package org.trialseal.importers.csv;

import java.io.Reader;

/**
 * Those records of a piece that have quotes, one after the other, each byte as one character U+0000 to U+00FF.
 * Delimiter, quote and line ends are ASCII, and no byte of a longer UTF-8 character is, so that a parser cuts these
 * characters exactly where it would cut the text.
 */
final class QuotedRecords extends Reader {
    private final ScannedRecords records;
    private int next;
    private int at;
    private int end;

    QuotedRecords(ScannedRecords records) {
        this.records = records;
    }

    @Override
    public int read(char[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        int written = 0;
        while (written < length && (at < end || moveOn())) {
            int count = Math.min(length - written, end - at);
            widen(records.text(), at, target, offset + written, count);
            written += count;
            at += count;
        }
        return written == 0 ? -1 : written;
    }

    private boolean moveOn() {
        while (next < records.count() && !records.isQuoted(next)) {
            next++;
        }
        if (next == records.count()) {
            return false;
        }
        at = records.start(next);
        end = records.end(next);
        next++;
        return true;
    }

    private static void widen(byte[] source, int from, char[] target, int to, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i] = (char) (source[from + i] & 0xFF);
        }
    }

    @Override
    public void close() {
        // nothing is held
    }
}
