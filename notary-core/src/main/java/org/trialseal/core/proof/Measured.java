package org.trialseal.core.proof;

import java.util.zip.CRC32;
import org.trialseal.core.digest.Sha256;

/**
 * What the archive says of a content before it comes.
 *
 * @param length in bytes
 * @param crc32 CRC-32, [0, 2^32)
 * @param digest SHA-256
 */
public record Measured(long length, long crc32, Sha256 digest) {
    /** Measures bytes in memory. */
    public static Measured of(byte[] content) {
        CRC32 crc32 = new CRC32();
        crc32.update(content);
        return new Measured(content.length, crc32.getValue(), Sha256.of(content));
    }
}
