package org.trialseal.core.bitcoin;

import java.math.BigInteger;
import java.util.HexFormat;
import org.trialseal.core.digest.Sha256;

/**
 * The proof-of-work target that a header states in its 32-bit field nBits: one byte of size, one sign bit and a
 * mantissa of 23 bits, decoded exactly as Bitcoin Core does ({@code arith_uint256::SetCompact}). Every 32-bit pattern
 * is a value of this type; those that are negative, zero or wider than 256 bits are not {@link #isUsable() usable}.
 */
public final class CompactTarget {
    private static final int MANTISSA = 0x007fffff;
    private static final int SIGN = 0x00800000;
    private static final int TARGET_BITS = 256;
    private static final BigInteger TWO_TO_256 = BigInteger.ONE.shiftLeft(TARGET_BITS);

    private final int bits;
    private final boolean usable;
    private final BigInteger value;
    private final byte[] bigEndian;

    private CompactTarget(int bits) {
        this.bits = bits;
        int size = bits >>> 24;
        int word = size <= 3 ? (bits & MANTISSA) >>> 8 * (3 - size) : bits & MANTISSA;
        this.usable = word != 0 && (bits & SIGN) == 0 && !overflows(size, word);
        this.value = usable ? BigInteger.valueOf(word).shiftLeft(8 * Math.max(0, size - 3)) : BigInteger.ZERO;
        this.bigEndian = fixedLength(value);
    }

    private static boolean overflows(int size, int word) {
        return size > 34 || word > 0xff && size > 33 || word > 0xffff && size > 32;
    }

    private static byte[] fixedLength(BigInteger value) {
        byte[] minimal = value.toByteArray();
        byte[] fixed = new byte[Sha256.LENGTH];
        int length = Math.min(minimal.length, fixed.length);
        System.arraycopy(minimal, minimal.length - length, fixed, fixed.length - length, length);
        return fixed;
    }

    /** The target that the 32 bits {@code bits} state. */
    public static CompactTarget ofBits(int bits) {
        return new CompactTarget(bits);
    }

    /**
     * The canonical compact form of a target, rounded down to 23 bits of mantissa as Bitcoin Core does
     * ({@code arith_uint256::GetCompact}).
     *
     * @throws IllegalArgumentException unless {@code target} lies in [0, 2^256)
     */
    public static CompactTarget encode(BigInteger target) {
        if (target.signum() < 0 || target.bitLength() > TARGET_BITS) {
            throw new IllegalArgumentException("a target has 0 to 256 bits and no sign");
        }
        int size = (target.bitLength() + 7) / 8;
        int word = target.shiftRight(8 * (size - 3)).intValue();
        if ((word & SIGN) != 0) {
            word >>>= 8;
            size++;
        }
        return new CompactTarget(word | size << 24);
    }

    /** The field as it stands in the header. */
    public int bits() {
        return bits;
    }

    /** False when the field is negative, zero or overflows 256 bits: no header may state it. */
    public boolean isUsable() {
        return usable;
    }

    /** The target as a number; zero when not {@link #isUsable() usable}. */
    public BigInteger value() {
        return value;
    }

    /** True when the hash, read as a little-endian number, is at most the target and the target is usable. */
    public boolean isMetBy(BlockHash hash) {
        byte[] number = hash.internal().toArray();
        for (int i = 0; i < number.length; i++) {
            int difference = (number[number.length - 1 - i] & 0xff) - (bigEndian[i] & 0xff);
            if (difference != 0) {
                return difference < 0;
            }
        }
        return usable;
    }

    /** The expected number of hashes to meet the target, 2^256 / (target + 1), or zero when it is not usable. */
    public BigInteger work() {
        return usable ? TWO_TO_256.divide(value.add(BigInteger.ONE)) : BigInteger.ZERO;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompactTarget && bits == ((CompactTarget) other).bits;
    }

    @Override
    public int hashCode() {
        return bits;
    }

    /** The field as eight hexadecimal digits, as in {@code 1d00ffff}. */
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(bits);
    }
}
