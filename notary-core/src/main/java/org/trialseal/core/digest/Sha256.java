package org.trialseal.core.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/** A SHA-256 digest (FIPS 180-4): exactly 32 bytes, equal by content, ordered as unsigned bytes. */
public final class Sha256 implements Comparable<Sha256> {
    /** Length of a digest in bytes. */
    public static final int LENGTH = 32;

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] value;

    private Sha256(byte[] value) {
        this.value = value;
    }

    /** Hashes the concatenation of {@code parts}. */
    public static Sha256 of(byte[]... parts) {
        MessageDigest digest = newDigest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Sha256(digest.digest());
    }

    /**
     * Takes a copy of a digest.
     *
     * @throws IllegalArgumentException unless {@code digest} has 32 bytes
     */
    public static Sha256 wrap(byte[] digest) {
        if (digest.length != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 digest has 32 bytes, not " + digest.length);
        }
        return new Sha256(digest.clone());
    }

    /**
     * Reads the 32 bytes at {@code offset}.
     *
     * @throws IndexOutOfBoundsException when fewer than 32 bytes remain
     */
    public static Sha256 read(byte[] source, int offset) {
        Objects.checkFromIndexSize(offset, LENGTH, source.length);
        return new Sha256(Arrays.copyOfRange(source, offset, offset + LENGTH));
    }

    /**
     * Reads 64 lower-case hexadecimal digits.
     *
     * @throws IllegalArgumentException when {@code hex} is anything else
     */
    public static Sha256 ofHex(String hex) {
        if (hex.length() != 2 * LENGTH || !hex.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
            throw new IllegalArgumentException("not 64 lower-case hexadecimal digits");
        }
        return new Sha256(HEX.parseHex(hex));
    }

    /** A fresh SHA-256 engine. Not safe for use by several threads at once. */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A fresh copy of the 32 bytes. */
    public byte[] toArray() {
        return value.clone();
    }

    /** The digest as a byte string. */
    public Bytes bytes() {
        return Bytes.copyOf(value);
    }

    /** Copies the 32 bytes to {@code target} from {@code offset} on. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(value, 0, target, offset, LENGTH);
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        return HEX.formatHex(value);
    }

    @Override
    public int compareTo(Sha256 other) {
        return Arrays.compareUnsigned(value, other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sha256 && Arrays.equals(value, ((Sha256) other).value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return hex();
    }
}
