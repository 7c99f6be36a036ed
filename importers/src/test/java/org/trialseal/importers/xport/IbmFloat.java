package org.trialseal.importers.xport;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.trialseal.core.digest.Bytes;

/** The exact value of an IBM hexadecimal float: sign, seven bits of exponent by 16 with offset 64, fraction. */
final class IbmFloat {
    private IbmFloat() {}

    static BigDecimal value(Bytes bytes) {
        byte[] raw = bytes.toArray();
        int exponent = (raw[0] & 0x7F) - 64;
        byte[] fraction = raw.clone();
        fraction[0] = 0;
        BigDecimal value = new BigDecimal(new BigInteger(fraction));
        int power = 4 * exponent - 8 * (raw.length - 1);
        BigDecimal factor = BigDecimal.valueOf(2).pow(Math.abs(power));
        BigDecimal scaled = power >= 0 ? value.multiply(factor) : value.divide(factor);
        return raw[0] < 0 ? scaled.negate() : scaled;
    }

    /** The double next to the value towards zero, as C's {@code %.12e} prints it. */
    static String print(Bytes bytes) {
        BigDecimal exact = value(bytes);
        double nearest = exact.doubleValue();
        if (new BigDecimal(nearest).abs().compareTo(exact.abs()) > 0) {
            nearest = Math.nextAfter(nearest, 0);
        }
        BigDecimal rounded = new BigDecimal(nearest).round(new MathContext(13, RoundingMode.HALF_EVEN));
        String text = String.format(Locale.ROOT, "%.12e", rounded);
        int digits = text.length() - text.indexOf('e') - 2;
        return digits > 1
                ? text
                : new StringBuilder(text).insert(text.length() - 1, '0').toString();
    }
}
