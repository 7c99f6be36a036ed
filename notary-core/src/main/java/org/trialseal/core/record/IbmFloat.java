package org.trialseal.core.record;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * IBM's hexadecimal floating point, as SAS transport files have it: a sign bit, seven bits of exponent to the base of 16
 * with an excess of 64, and a fraction of 8 to 56 bits behind the point (IBM System/360 Principles of Operation; SAS
 * TS-140). It has more bits than a double, and a number may be written in several ways.
 */
public final class IbmFloat {
    /** Fewest bytes of a number. */
    public static final int MIN_LENGTH = 2;

    /** Most bytes of a number. */
    public static final int MAX_LENGTH = 8;

    private static final int SIGN = 0x80;
    private static final int EXPONENT = 0x7F;
    private static final int EXCESS = 64;
    private static final int HEX_BITS = 4;
    private static final int DOUBLE_BITS = 53;

    /** Digits that tell any two fractions of 56 bits apart. */
    private static final MathContext ALL_DIGITS = new MathContext(18, RoundingMode.HALF_EVEN);

    /** Exponents of ten within which a number is written without one. */
    private static final int PLAIN = 20;

    private IbmFloat() {}

    /**
     * The exact value; a negative zero is zero.
     *
     * @param bytes 2 to 8 bytes, big-endian
     * @throws IllegalArgumentException when there are fewer or more
     */
    public static BigDecimal value(byte[] bytes) {
        require(bytes.length);
        BigDecimal fraction = BigDecimal.valueOf(fraction(bytes));
        int power = power(bytes);
        BigDecimal two = BigDecimal.valueOf(2);
        BigDecimal magnitude = power >= 0 ? fraction.multiply(two.pow(power)) : fraction.divide(two.pow(-power));
        return bytes[0] < 0 ? magnitude.negate() : magnitude;
    }

    private static void require(int length) {
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            throw new IllegalArgumentException("an IBM float has 2 to 8 bytes");
        }
    }

    private static long fraction(byte[] bytes) {
        long fraction = 0;
        for (int i = 1; i < bytes.length; i++) {
            fraction = fraction << Byte.SIZE | bytes[i] & 0xFF;
        }
        return fraction;
    }

    /** The power of two by which the fraction, taken as a whole number, is multiplied. */
    private static int power(byte[] bytes) {
        return HEX_BITS * ((bytes[0] & EXPONENT) - EXCESS) - Byte.SIZE * (bytes.length - 1);
    }

    /** The number for people: the shortest that names its double, when it is one; else with all its digits. */
    public static String text(byte[] bytes) {
        require(bytes.length);
        long fraction = fraction(bytes);
        long significant = fraction == 0 ? 0 : fraction >> Long.numberOfTrailingZeros(fraction);
        boolean isDouble = significant < 1L << DOUBLE_BITS;
        BigDecimal exact = value(bytes);
        BigDecimal shown = isDouble ? new BigDecimal(Double.toString(exact.doubleValue())) : exact.round(ALL_DIGITS);
        BigDecimal stripped = shown.signum() == 0 ? BigDecimal.ZERO : shown.stripTrailingZeros();
        int magnitude = stripped.precision() - stripped.scale();
        return Math.abs(magnitude) <= PLAIN ? stripped.toPlainString() : stripped.toString();
    }

    /**
     * The normalised bytes of a value; empty when so many bytes do not hold it exactly.
     *
     * @param length 2 to 8
     */
    public static Optional<byte[]> of(BigDecimal value, int length) {
        require(length);
        byte[] bytes = new byte[length];
        if (value.signum() == 0) {
            return Optional.of(bytes);
        }
        int digits = 2 * (length - 1);
        BigDecimal sixteen = BigDecimal.valueOf(16);
        BigDecimal scaled = value.abs();
        int exponent = 0;
        while (scaled.compareTo(BigDecimal.ONE) >= 0 && exponent < EXCESS) {
            scaled = scaled.divide(sixteen);
            exponent++;
        }
        while (scaled.multiply(sixteen).compareTo(BigDecimal.ONE) < 0 && exponent > -EXCESS) {
            scaled = scaled.multiply(sixteen);
            exponent--;
        }
        BigDecimal whole = scaled.multiply(sixteen.pow(digits)).stripTrailingZeros();
        if (whole.scale() > 0 || exponent >= EXCESS || scaled.compareTo(BigDecimal.ONE) >= 0) {
            return Optional.empty();
        }
        fill(bytes, whole.toBigIntegerExact());
        bytes[0] = (byte) (exponent + EXCESS | (value.signum() < 0 ? SIGN : 0));
        return Optional.of(bytes);
    }

    private static void fill(byte[] bytes, BigInteger fraction) {
        long left = fraction.longValueExact();
        for (int i = bytes.length - 1; i > 0; i--) {
            bytes[i] = (byte) left;
            left >>>= Byte.SIZE;
        }
    }
}
