package org.trialseal.core.evidence;

import java.security.MessageDigest;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.CellType;

/**
 * Turns typed subject identifiers into 16-byte handles under a key of the study store, so that tables of subjects hold
 * no identifiers. Not safe for use by several threads at once.
 */
final class SubjectHandle {
    private final byte[] key;
    private final MessageDigest digest = Sha256.newDigest();
    private final byte[] header = new byte[5];
    private long high;
    private long low;

    SubjectHandle(byte[] key) {
        this.key = key.clone();
    }

    /** Computes the handle of a cell, readable as {@link #high()} and {@link #low()}. */
    void compute(CellType type, byte[] source, int offset, int length) {
        computeCode(type.code(), source, offset, length);
    }

    /** Computes the handle of the study itself, under which records without subjects stand. */
    void computeStudy() {
        computeCode(0, header, 0, 0);
    }

    private void computeCode(int code, byte[] source, int offset, int length) {
        header[0] = (byte) code;
        for (int i = 0; i < 4; i++) {
            header[1 + i] = (byte) (length >>> 24 - 8 * i);
        }
        digest.update(key);
        digest.update(header);
        digest.update(source, offset, length);
        java.nio.ByteBuffer hash = java.nio.ByteBuffer.wrap(digest.digest());
        high = hash.getLong();
        low = hash.getLong();
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }
}
