package org.trialseal.core.bitcoin;

import org.trialseal.core.digest.Sha256;

/**
 * The hash of a block header: SHA-256 applied twice to its 80 bytes. Programs and people write it with the bytes
 * reversed; this type keeps the two orders apart.
 */
public final class BlockHash {
    /** The hash that a genesis block names as the one before it: 32 zero bytes. */
    public static final BlockHash ZERO = new BlockHash(Sha256.wrap(new byte[Sha256.LENGTH]));

    private final Sha256 internal;

    private BlockHash(Sha256 internal) {
        this.internal = internal;
    }

    /** Takes the hash in the byte order in which it is computed and stands in headers. */
    public static BlockHash of(Sha256 internal) {
        return new BlockHash(internal);
    }

    /**
     * Reads 64 lower-case hexadecimal digits in display order, the one that begins with zeros.
     *
     * @throws IllegalArgumentException when {@code hex} is anything else
     */
    public static BlockHash ofDisplay(String hex) {
        return new BlockHash(Sha256.wrap(reversed(Sha256.ofHex(hex))));
    }

    /** The hash in the byte order in which it is computed and stands in headers. */
    public Sha256 internal() {
        return internal;
    }

    /** 64 lower-case hexadecimal digits in display order. */
    public String display() {
        return Sha256.wrap(reversed(internal)).hex();
    }

    private static byte[] reversed(Sha256 digest) {
        byte[] bytes = digest.toArray();
        for (int i = 0; i < bytes.length / 2; i++) {
            byte swapped = bytes[i];
            bytes[i] = bytes[bytes.length - 1 - i];
            bytes[bytes.length - 1 - i] = swapped;
        }
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlockHash && internal.equals(((BlockHash) other).internal);
    }

    @Override
    public int hashCode() {
        return internal.hashCode();
    }

    @Override
    public String toString() {
        return display();
    }
}
