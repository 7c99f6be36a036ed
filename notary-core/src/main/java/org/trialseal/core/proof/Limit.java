package org.trialseal.core.proof;

import org.trialseal.core.record.Cell;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.seal.Statement;

/** The bounds of a proof package, held when reading and when writing, before anything is allocated. */
public enum Limit {
    /** Entries of the archive: one more would need ZIP64. */
    ARCHIVE_ENTRIES(0xfffe),
    /** Offset of the central directory, and so the bytes of all that stands before it. */
    ARCHIVE_BYTES(0xffff_fffeL),
    /** Characters of an entry's name. */
    NAME(64),
    /** Bytes of {@code bagit.txt}. */
    BAGIT(64),
    /** Bytes of {@code package.json}. */
    PACKAGE_JSON(4_096),
    /** Bytes of a statement. */
    STATEMENT(Statement.MAX_LENGTH),
    /** Bytes of {@code seal.json.ots}. */
    TIMESTAMP(1 << 20),
    /** Bytes of the manifest, of {@code headers.bin}, {@code entries.json}, {@code openings.json} and {@code readme.txt}. */
    SMALL_ENTRY(1 << 26),
    /** Bytes of one item of {@code entries.json}. */
    OPENED_ENTRY(1 << 14),
    /** Bytes of one item of {@code openings.json}. */
    OPENING(1 << 23),
    /** Hashes of an inclusion path. */
    PATH(63),
    /** Subject entries listed in a disclosure. */
    LISTED_GROUPS(4_000_000),
    /** Earlier seals in the history of an event log. */
    HISTORY(65_535),
    /** Bytes of an entry in such a history. */
    HISTORY_ENTRY(SealEntry.MAX_LENGTH),
    /** Identifiers shown as absent. */
    ABSENT(65_535),
    /** Bytes of all identifiers shown as absent. */
    ABSENT_BYTES(1 << 26),
    /** Bytes of a cell's value. */
    CELL(Cell.MAX_LENGTH),
    /** Bytes of all values of one shown record. */
    RECORD_BYTES(1 << 27);

    private final long max;

    Limit(long max) {
        this.max = max;
    }

    /** The largest value that is still allowed. */
    public long max() {
        return max;
    }

    boolean allows(long value) {
        return value >= 0 && value <= max;
    }
}
