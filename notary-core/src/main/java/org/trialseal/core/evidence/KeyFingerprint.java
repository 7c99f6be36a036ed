package org.trialseal.core.evidence;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.RowBatch;

/**
 * The first 8 bytes of {@code SHA-256(20 | fingerprint key | cells)} over the key columns of a record, or over all its
 * columns where it has no key: names a record without showing it. Not safe for use by several threads at once.
 */
public final class KeyFingerprint {
    private static final byte TYPE = 0x20;
    private static final int HEADER = 5;

    private final int[] columns;
    private final MessageDigest sha256 = Sha256.newDigest();
    private final byte[] hash = new byte[Sha256.LENGTH];
    private final ByteBuffer first = ByteBuffer.wrap(hash);
    private byte[] input = new byte[256];
    private int prefix;

    /** @param columns 0-based indices of the columns that name a record */
    public KeyFingerprint(int[] columns) {
        this.columns = columns.clone();
    }

    /** Switches to the group with this fingerprint key. */
    public void useGroup(byte[] fingerprintKey) {
        input[0] = TYPE;
        System.arraycopy(fingerprintKey, 0, input, 1, fingerprintKey.length);
        prefix = 1 + fingerprintKey.length;
    }

    /** The fingerprint of a row. */
    public long of(RowBatch batch, int row) {
        int used = prefix;
        for (int column : columns) {
            int length = batch.length(row, column);
            if (used + HEADER + length > input.length) {
                input = Arrays.copyOf(input, Math.max(2 * input.length, used + HEADER + length));
            }
            input[used] = (byte) batch.type(row, column).code();
            for (int i = 0; i < 4; i++) {
                input[used + 1 + i] = (byte) (length >>> 24 - 8 * i);
            }
            System.arraycopy(batch.buffer(), batch.offset(row, column), input, used + HEADER, length);
            used += HEADER + length;
        }
        sha256.update(input, 0, used);
        try {
            sha256.digest(hash, 0, hash.length);
        } catch (DigestException e) {
            throw new IllegalStateException("there is room for 32 bytes", e);
        }
        return first.getLong(0);
    }
}
