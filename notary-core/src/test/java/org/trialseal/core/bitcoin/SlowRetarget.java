package org.trialseal.core.bitcoin;

/** Retargeting on 256-bit numbers as arrays of bytes, by school arithmetic: slow, and sharing nothing with the product. */
final class SlowRetarget {
    private static final int BYTES = 32;

    private SlowRetarget() {}

    static int next(int bits, long seconds, long nominal, int limitBits) {
        long held = seconds < nominal / 4 ? nominal / 4 : seconds > nominal * 4 ? nominal * 4 : seconds;
        int[] target = divide(multiply(expand(bits), held), nominal);
        return isGreater(target, expandedLimit(limitBits)) ? limitBits : compact(target);
    }

    /** The limit as a full number: all ones below the leading zeros of its compact form. */
    private static int[] expandedLimit(int limitBits) {
        int[] limit = expand(limitBits);
        boolean below = false;
        for (int i = BYTES - 1; i >= 0; i--) {
            below |= limit[i] != 0;
            limit[i] = below ? 0xff : 0;
        }
        return limit;
    }

    /** Least significant byte first. */
    private static int[] expand(int bits) {
        int[] number = new int[BYTES];
        int size = bits >>> 24;
        for (int i = 0; i < 3; i++) {
            int place = size - 3 + i;
            if (place >= 0 && place < BYTES) {
                number[place] = bits >>> 8 * i & 0xff;
            }
        }
        return number;
    }

    private static int[] multiply(int[] number, long factor) {
        int[] product = new int[BYTES];
        long carry = 0;
        for (int i = 0; i < BYTES; i++) {
            long digit = number[i] * factor + carry;
            product[i] = (int) (digit & 0xff);
            carry = digit >>> 8;
        }
        return product;
    }

    private static int[] divide(int[] number, long divisor) {
        int[] quotient = new int[BYTES];
        long rest = 0;
        for (int i = BYTES - 1; i >= 0; i--) {
            long digit = rest << 8 | number[i];
            quotient[i] = (int) (digit / divisor);
            rest = digit % divisor;
        }
        return quotient;
    }

    private static boolean isGreater(int[] left, int[] right) {
        for (int i = BYTES - 1; i >= 0; i--) {
            if (left[i] != right[i]) {
                return left[i] > right[i];
            }
        }
        return false;
    }

    private static int compact(int[] number) {
        int size = BYTES;
        while (size > 0 && number[size - 1] == 0) {
            size--;
        }
        if (size > 0 && number[size - 1] >= 0x80) {
            size++;
        }
        int word = 0;
        for (int i = 1; i <= 3; i++) {
            int place = size - i;
            word = word << 8 | (place >= 0 && place < BYTES ? number[place] : 0);
        }
        return size << 24 | word;
    }
}
