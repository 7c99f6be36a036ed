package org.trialseal.importers.csv;

/**
 * Recognises, eight bytes at a time, the records that most files consist of: ASCII without quotes and carriage returns,
 * ended by a line feed. Of every other record it only says that it is another one; {@link RecordMachine} knows them all.
 */
final class PlainRecord {
    /** The record is not plain, or not known to be: the bytes at hand may end too early. */
    static final int OTHER = -1;

    private static final long LF = ByteWord.repeated('\n');
    private static final long CR = ByteWord.repeated('\r');

    private final long delimiter;
    private final long quote;
    private int fields;

    PlainRecord(CsvDialect dialect) {
        delimiter = ByteWord.repeated(dialect.delimiter());
        quote = dialect.quote().map(ByteWord::repeated).orElse(LF);
    }

    /** Offset of the line feed that ends the record at {@code from}, or {@link #OTHER}. */
    int end(byte[] text, int from, int to) {
        int delimiters = 0;
        for (int at = from; at + ByteWord.LENGTH <= to; at += ByteWord.LENGTH) {
            long word = ByteWord.at(text, at);
            long ends = ByteWord.first(word, LF);
            long others = ByteWord.first(word, quote) | ByteWord.first(word, CR) | word & ByteWord.HIGH;
            long found = ByteWord.all(word, delimiter);
            if (ends != 0) {
                long before = (ends & -ends) - 1;
                fields = delimiters + Long.bitCount(found & before) + 1;
                return (others & before) == 0 ? at + ByteWord.index(ends) : OTHER;
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
}
