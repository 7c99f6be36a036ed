package org.trialseal.importers.csv;

/** UTF-8 by bytes (RFC 3629): shortest forms only, no surrogates, nothing above U+10FFFF. */
final class Utf8 {
    /** The bytes end before the character does. */
    static final int INCOMPLETE = 0;

    /** No character begins like this. */
    static final int INVALID = -1;

    private Utf8() {}

    /** Writes a character that is no surrogate; returns the offset behind it. */
    static int put(int character, byte[] target, int offset) {
        int at = offset;
        if (character < 0x80) {
            target[at++] = (byte) character;
            return at;
        }
        if (character < 0x800) {
            target[at++] = (byte) (0xC0 | character >> 6);
        } else {
            if (character < 0x10000) {
                target[at++] = (byte) (0xE0 | character >> 12);
            } else {
                target[at++] = (byte) (0xF0 | character >> 18);
                target[at++] = continuation(character >> 12);
            }
            target[at++] = continuation(character >> 6);
        }
        target[at++] = continuation(character);
        return at;
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | bits & 0x3F);
    }

    /**
     * Length of the character of two to four bytes at {@code from}, or {@link #INCOMPLETE} or {@link #INVALID}.
     *
     * @param source source[from] is not ASCII
     */
    static int length(byte[] source, int from, int limit) {
        int first = source[from] & 0xFF;
        int length = first < 0xC2 ? INVALID : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : INVALID;
        if (length == INVALID) {
            return INVALID;
        }
        for (int i = 1; i < length; i++) {
            if (from + i >= limit) {
                return INCOMPLETE;
            }
            int next = source[from + i] & 0xFF;
            if (next < (i == 1 ? lowest(first) : 0x80) || next > (i == 1 ? highest(first) : 0xBF)) {
                return INVALID;
            }
        }
        return length;
    }

    private static int lowest(int first) {
        return first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    }

    private static int highest(int first) {
        return first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    }

    /** Whether the bytes at {@code from} are the three that would encode a surrogate. */
    static boolean isSurrogate(byte[] source, int from, int limit) {
        return from + 1 < limit && (source[from] & 0xFF) == 0xED && (source[from + 1] & 0xFF) >= 0xA0;
    }
}
