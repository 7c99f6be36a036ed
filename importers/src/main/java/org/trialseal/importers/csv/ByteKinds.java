package org.trialseal.importers.csv;

import java.util.Arrays;

/** What each byte of UTF-8 text means to a scan, outside or inside quotes. */
final class ByteKinds {
    static final byte PLAIN = 0;
    static final byte DELIMITER = 1;
    static final byte LF = 2;
    static final byte CR = 3;
    static final byte QUOTE = 4;
    static final byte HIGH = 5;

    private final byte[] kinds = new byte[256];

    private ByteKinds() {
        kinds['\n'] = LF;
        kinds['\r'] = CR;
        Arrays.fill(kinds, 0x80, 0x100, HIGH);
    }

    /** Outside quotes, where a quote is plain except at the start of a field. */
    static ByteKinds outside(CsvDialect dialect) {
        ByteKinds outside = new ByteKinds();
        outside.kinds[dialect.delimiter()] = DELIMITER;
        return outside;
    }

    /** Inside quotes, where the delimiter is plain. */
    static ByteKinds inside(CsvDialect dialect) {
        ByteKinds inside = new ByteKinds();
        dialect.quote().ifPresent(c -> inside.kinds[c] = QUOTE);
        return inside;
    }

    byte of(byte value) {
        return kinds[value & 0xFF];
    }

    /** Offset of the first byte of text[from, to) that is not plain, or {@code to}. */
    int skipPlain(byte[] text, int from, int to) {
        int i = from;
        while (i < to && kinds[text[i] & 0xFF] == PLAIN) {
            i++;
        }
        return i;
    }
}
