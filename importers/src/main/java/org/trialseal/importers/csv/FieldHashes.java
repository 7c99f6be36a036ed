package org.trialseal.importers.csv;

/**
 * Hashes of some fields of a record, over their exact bytes with quotes decoded: equal fields have equal hashes, however
 * they are quoted.
 */
final class FieldHashes {
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final int delimiter;
    private final int quote;
    private final int[] wanted;
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

    /** Moves to other records. */
    void over(ScannedRecords records) {
        text = records.text();
        to = records.to();
    }

    /** Writes the hashes of the wanted fields of the record that begins at {@code start}. */
    void read(int start, long[] hashes) {
        at = start;
        int column = 0;
        for (int i = 0; i < wanted.length; i++) {
            for (; column < wanted[i]; column++) {
                field();
                at++;
            }
            hashes[i] = field();
            at++;
            column++;
        }
    }

    /** Mixes the hash of a field into that of the fields before it. */
    static long mix(long before, long field) {
        long mixed = (before ^ field) * 0xFF51AFD7ED558CCDL;
        mixed ^= mixed >>> 32;
        mixed *= 0xC4CEB9FE1A85EC53L;
        return mixed ^ mixed >>> 29;
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
