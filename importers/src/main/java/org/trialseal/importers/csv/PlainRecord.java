package org.trialseal.importers.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Recognises, eight bytes at a time, the records that most files consist of: ASCII without quotes and carriage returns,
 * ended by a line feed. Of every other record it only says that it is another one; {@link RecordMachine} knows them all.
 */
final class PlainRecord {
    /** The record is not plain, or not known to be: the bytes at hand may end too early. */
    static final int OTHER = -1;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long LOW = 0x7F7F_7F7F_7F7F_7F7FL;
    private static final long HIGH = 0x8080_8080_8080_8080L;
    private static final long LF = ONES * '\n';
    private static final long CR = ONES * '\r';

    private final long delimiter;
    private final long quote;
    private int fields;

    PlainRecord(CsvDialect dialect) {
        delimiter = ONES * dialect.delimiter();
        quote = dialect.quote().map(c -> ONES * c).orElse(LF);
    }

    /** Offset of the line feed that ends the record at {@code from}, or {@link #OTHER}. */
    int end(byte[] text, int from, int to) {
        int delimiters = 0;
        for (int at = from; at + Long.BYTES <= to; at += Long.BYTES) {
            long word = (long) WORD.get(text, at);
            long ends = someZero(word ^ LF);
            long others = someZero(word ^ quote) | someZero(word ^ CR) | word & HIGH;
            long found = zeros(word ^ delimiter);
            if (ends != 0) {
                long before = (ends & -ends) - 1;
                fields = delimiters + Long.bitCount(found & before) + 1;
                return (others & before) == 0 ? at + (Long.numberOfTrailingZeros(ends) >>> 3) : OTHER;
            }
            if (others != 0) {
                return OTHER;
            }
            delimiters += Long.bitCount(found);
        }
        return OTHER;
    }

    /** Number of fields of the record last recognised. */
    int fields() {
        return fields;
    }

    /** The highest bit of exactly those bytes that are zero. */
    private static long zeros(long word) {
        return ~((word & LOW) + LOW | word | LOW);
    }

    /** Zero if no byte is; else its lowest bit is the highest bit of the first byte that is. */
    private static long someZero(long word) {
        return word - ONES & ~word & HIGH;
    }
}
