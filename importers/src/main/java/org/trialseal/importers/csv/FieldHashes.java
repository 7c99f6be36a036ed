package org.trialseal.importers.csv;

import org.trialseal.importers.grouping.RecordHashes;

/**
 * Hashes of some fields of a record, over their exact bytes with quotes decoded: equal fields have equal hashes, however
 * they are quoted.
 */
final class FieldHashes implements RecordHashes<ScannedRecords> {
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final int delimiter;
    private final int quote;
    private final int[] wanted;
    private ScannedRecords records = ScannedRecords.NONE;
    private byte[] text = {};
    private int at;
    private int to;

    /**
     * @param wanted column indices, ascending, each once
     */
    FieldHashes(CsvDialect dialect, int[] wanted) {
        this.delimiter = dialect.delimiter();
        this.quote = dialect.quote().map(c -> (int) c).orElse(-1);
        this.wanted = wanted.clone();
    }

    @Override
    public void over(ScannedRecords some) {
        records = some;
        text = some.text();
        to = some.to();
    }

    @Override
    public void read(int record, long[] hashes) {
        at = records.start(record);
        int column = 0;
        for (int i = 0; i < wanted.length; i++) {
            for (; column < wanted[i]; column++) {
                pass();
                at++;
            }
            hashes[i] = field();
            at++;
            column++;
        }
    }

    private void pass() {
        if (at < to && text[at] == quote) {
            quotedField();
            return;
        }
        while (at < to && text[at] != delimiter && text[at] != '\n' && text[at] != '\r') {
            at++;
        }
    }

    private long field() {
        return at < to && text[at] == quote ? quotedField() : plainField();
    }

    private long plainField() {
        long hash = FNV_OFFSET;
        while (at < to && text[at] != delimiter && text[at] != '\n' && text[at] != '\r') {
            hash = (hash ^ text[at] & 0xFF) * FNV_PRIME;
            at++;
        }
        return hash;
    }

    private long quotedField() {
        long hash = FNV_OFFSET;
        for (at++; ; at++) {
            if (text[at] == quote) {
                at++;
                if (at == to || text[at] != quote) {
                    return hash;
                }
            }
            hash = (hash ^ text[at] & 0xFF) * FNV_PRIME;
        }
    }
}
