package org.trialseal.core.seal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.trialseal.core.digest.Bytes;

/**
 * The salts of one group: {@code s(i, j)} is AES-256 of {@code u64 i | u64 j} under the group key. Computes those of a
 * whole record in one call. Not safe for use by several threads at once.
 */
final class Salts {
    /** Length of a salt in bytes. */
    static final int LENGTH = 16;
    /** The index that no record has. */
    static final long NO_RECORD = -1L;

    private final Cipher cipher;
    private byte[] plain = new byte[0];
    private byte[] salts = new byte[0];

    Salts() {
        try {
            cipher = Cipher.getInstance("AES/ECB/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    /** Switches to another group. */
    void use(byte[] groupKey) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(groupKey, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-256", e);
        }
    }

    /**
     * The salts of columns 0 to {@code columns} and, after them, {@code s(index, 2^64-1)}, 16 bytes each, in an array
     * that the next call overwrites.
     */
    byte[] ofRecord(long index, int columns) {
        int count = columns + 2;
        if (plain.length != count * LENGTH) {
            plain = new byte[count * LENGTH];
            salts = new byte[count * LENGTH];
            ByteBuffer layout = ByteBuffer.wrap(plain);
            for (int column = 0; column <= columns; column++) {
                layout.putLong(column * LENGTH + 8, column);
            }
            layout.putLong((columns + 1) * LENGTH + 8, -1L);
        }
        writeIndex(index);
        encrypt(plain, salts);
        return salts;
    }

    /** One salt. */
    Bytes of(long index, long column) {
        byte[] salt = new byte[LENGTH];
        encrypt(ByteBuffer.allocate(LENGTH).putLong(index).putLong(column).array(), salt);
        return Bytes.copyOf(salt);
    }

    private void writeIndex(long index) {
        ByteBuffer layout = ByteBuffer.wrap(plain);
        for (int at = 0; at < plain.length; at += LENGTH) {
            layout.putLong(at, index);
        }
    }

    private void encrypt(byte[] from, byte[] to) {
        try {
            cipher.update(from, 0, from.length, to, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES of whole blocks cannot fail", e);
        }
    }
}
