package org.trialseal.core.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Damages bytes at a place that is named by what stands there. */
final class Damage {
    private Damage() {}

    /** Flips the lowest bit of the last byte of the occurrence of {@code text} after {@code skip} others. */
    static byte[] in(byte[] bytes, String text, int skip) {
        return at(bytes, indexOf(bytes, text.getBytes(StandardCharsets.UTF_8), skip) + text.length() - 1, 1);
    }

    /** Flips the bits of {@code mask} of one byte. */
    static byte[] at(byte[] bytes, int index, int mask) {
        byte[] damaged = bytes.clone();
        damaged[index] ^= (byte) mask;
        return damaged;
    }

    static boolean holds(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
    }

    static int indexOf(byte[] bytes, byte[] wanted, int skip) {
        int left = skip;
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length) && left-- == 0) {
                return at;
            }
        }
        throw new AssertionError("nothing to damage");
    }
}
