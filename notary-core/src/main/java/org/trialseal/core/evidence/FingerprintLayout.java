package org.trialseal.core.evidence;

import java.nio.ByteBuffer;
import org.trialseal.core.seal.RecordHasher;

/**
 * One record's place-naming bytes in {@code fingerprints.bin}: {@code u64 position XOR mask | u64 key fingerprint |} the
 * first 8 bytes of each field commitment. They only name a place; the leaf hash decides.
 */
public record FingerprintLayout(int columns) {
    /** Bytes of each field commitment that are kept. */
    public static final int PREFIX = 8;

    private static final int FIELDS = 16;

    /** Bytes of one record. */
    public int length() {
        return FIELDS + PREFIX * columns;
    }

    /** Writes the record that {@code hasher} has just committed. */
    public void write(RecordHasher hasher, long position, long keyFingerprint, byte[] target, int offset) {
        ByteBuffer.wrap(target, offset, FIELDS)
                .putLong(position ^ hasher.positionMask())
                .putLong(keyFingerprint);
        for (int column = 1; column <= columns; column++) {
            hasher.copyCommitment(column, target, offset + fieldOffset(column), PREFIX);
        }
    }

    /** Where the prefix of a column (from 1) stands in a record's bytes. */
    public int fieldOffset(int column) {
        return FIELDS + PREFIX * (column - 1);
    }

    /** The sealed position of a record; needs the group key, through {@code mask}. */
    public long position(byte[] record, int offset, long mask) {
        return ByteBuffer.wrap(record).getLong(offset) ^ mask;
    }

    /** The key fingerprint of a record. */
    public long keyFingerprint(byte[] record, int offset) {
        return ByteBuffer.wrap(record).getLong(offset + Long.BYTES);
    }
}
