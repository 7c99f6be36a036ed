package org.trialseal.importers.csv;

import org.trialseal.core.digest.MalformedException;

/**
 * What the first bytes of a file say of its encoding.
 *
 * @param certain whether the bytes decide it; else the rest of the file may show that it is not UTF-8
 * @param reason in words
 */
record EncodingGuess(TextEncoding encoding, boolean certain, String reason) {
    private static final int MOST_ZEROS = 2;
    private static final int FEW_ZEROS = 20;

    /** Judges by a byte order mark, or else by where zero bytes stand. */
    static EncodingGuess of(String file, byte[] head) throws MalformedException {
        if (begins(head, 0xFF, 0xFE, 0, 0) || begins(head, 0, 0, 0xFE, 0xFF)) {
            throw new MalformedException(file, 0, "this is UTF-32, which is not read; export the file again as UTF-8");
        }
        if (begins(head, 0xEF, 0xBB, 0xBF)) {
            return mark(TextEncoding.UTF_8);
        }
        if (begins(head, 0xFF, 0xFE)) {
            return mark(TextEncoding.UTF_16LE);
        }
        if (begins(head, 0xFE, 0xFF)) {
            return mark(TextEncoding.UTF_16BE);
        }
        return byZeros(head);
    }

    private static EncodingGuess mark(TextEncoding encoding) {
        return new EncodingGuess(
                encoding, true, "encoding " + encoding.label() + ": the file begins with its byte order mark");
    }

    private static EncodingGuess byZeros(byte[] head) {
        int pairs = head.length / 2;
        int first = zeros(head, 0);
        int second = zeros(head, 1);
        if (second * MOST_ZEROS > pairs && first * FEW_ZEROS <= pairs) {
            return pattern(TextEncoding.UTF_16LE);
        }
        if (first * MOST_ZEROS > pairs && second * FEW_ZEROS <= pairs) {
            return pattern(TextEncoding.UTF_16BE);
        }
        return new EncodingGuess(TextEncoding.UTF_8, false, "encoding UTF-8: every byte of the file is valid UTF-8");
    }

    private static EncodingGuess pattern(TextEncoding encoding) {
        return new EncodingGuess(
                encoding, true, "encoding " + encoding.label() + ": every other byte is zero, as in this encoding");
    }

    /** Whether every other byte is mostly zero, so that the bytes are UTF-16. */
    static boolean isUtf16(byte[] head) {
        return begins(head, 0xFF, 0xFE)
                || begins(head, 0xFE, 0xFF)
                || byZeros(head).certain();
    }

    private static int zeros(byte[] head, int from) {
        int count = 0;
        for (int i = from; i + 1 - from < head.length; i += 2) {
            count += head[i] == 0 ? 1 : 0;
        }
        return count;
    }

    /** Whether {@code head} begins with these bytes, each 0 to 255. */
    static boolean begins(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
