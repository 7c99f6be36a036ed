package org.trialseal.core.ots;

import org.trialseal.core.digest.Bytes;

/** Numbers of any size as the format writes them: seven bits a byte, lowest first, the top bit set on all but the last. */
final class Number7 {
    private Number7() {}

    /** Whether {@code bytes} is exactly one number. */
    static boolean isOne(Bytes bytes) {
        int length = bytes.length();
        for (int i = 0; i < length - 1; i++) {
            if (bytes.at(i) >= 0) {
                return false;
            }
        }
        return length > 0 && bytes.at(length - 1) >= 0;
    }

    /** Compares by value; numbers written with leading zeros are equal to those without. */
    static int compare(Bytes a, Bytes b) {
        int length = Math.max(a.length(), b.length());
        for (int i = length - 1; i >= 0; i--) {
            int order = Integer.compare(digit(a, i), digit(b, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int digit(Bytes number, int index) {
        return index < number.length() ? number.at(index) & 0x7f : 0;
    }
}
