package org.trialseal.core.evidence;

import java.nio.ByteBuffer;
import java.util.Arrays;
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
        writeHead(hasher, position, keyFingerprint, target, offset);
        for (int column = 1; column <= columns; column++) {
            hasher.copyCommitment(column, target, offset + fieldOffset(column), PREFIX);
        }
    }

    /** Writes a record of a log of which column {@code columnOf[j]} of the layout, from 0, was committed as {@code j + 1}. */
    void write(RecordHasher hasher, long index, long keyFingerprint, int[] columnOf, byte[] target, int offset) {
        Arrays.fill(target, offset, offset + length(), (byte) 0);
        writeHead(hasher, index, keyFingerprint, target, offset);
        for (int j = 0; j < columnOf.length; j++) {
            hasher.copyCommitment(j + 1, target, offset + fieldOffset(columnOf[j] + 1), PREFIX);
        }
    }

    private static void writeHead(RecordHasher hasher, long position, long keyFingerprint, byte[] target, int offset) {
        ByteBuffer.wrap(target, offset, FIELDS)
                .putLong(position ^ hasher.positionMask())
                .putLong(keyFingerprint);
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
