package org.trialseal.core.digest;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * An immutable byte string of any length: copied on the way in and on the way out, equal by content, ordered as
 * unsigned bytes.
 */
public final class Bytes implements Comparable<Bytes> {
    private static final HexFormat HEX = HexFormat.of();
    private static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] value;

    private Bytes(byte[] value) {
        this.value = value;
    }

    /** The byte string of length 0. */
    public static Bytes empty() {
        return EMPTY;
    }

    /** A copy of all of {@code source}. */
    public static Bytes copyOf(byte[] source) {
        return new Bytes(source.clone());
    }

    /**
     * A copy of {@code source[from, to)}.
     *
     * @throws IndexOutOfBoundsException when the range lies outside the array
     */
    public static Bytes copyOf(byte[] source, int from, int to) {
        java.util.Objects.checkFromToIndex(from, to, source.length);
        return new Bytes(Arrays.copyOfRange(source, from, to));
    }

    /**
     * Reads an even number of hexadecimal digits of either case.
     *
     * @throws IllegalArgumentException when {@code hex} is anything else
     */
    public static Bytes ofHex(String hex) {
        return new Bytes(HEX.parseHex(hex));
    }

    /** Length in bytes. */
    public int length() {
        return value.length;
    }

    /** The byte at {@code index}, 0-based. */
    public byte at(int index) {
        return value[index];
    }

    /** A fresh copy of the content. */
    public byte[] toArray() {
        return value.clone();
    }

    /** Copies the content to {@code target} from {@code offset} on. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(value, 0, target, offset, value.length);
    }

    /** The content of [from, to) as a new value. */
    public Bytes slice(int from, int to) {
        return copyOf(value, from, to);
    }

    /** This followed by {@code other}. */
    public Bytes concat(Bytes other) {
        byte[] joined = Arrays.copyOf(value, value.length + other.value.length);
        System.arraycopy(other.value, 0, joined, value.length, other.value.length);
        return new Bytes(joined);
    }

    /** Lower-case hexadecimal, two digits a byte. */
    public String hex() {
        return HEX.formatHex(value);
    }

    /** SHA-256 of the content. */
    public Sha256 sha256() {
        return Sha256.of(value);
    }

    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(value, other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes && Arrays.equals(value, ((Bytes) other).value);
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
