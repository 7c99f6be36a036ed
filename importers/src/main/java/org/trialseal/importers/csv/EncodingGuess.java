package org.trialseal.importers.csv;

import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.PlanReason;
import org.trialseal.importers.fault.DataFault;

/**
 * What the first bytes of a file say of its encoding.
 *
 * @param certain whether the bytes decide it; else the rest of the file may show that it is not UTF-8
 * @param reason {@link PlanReason}
 */
record EncodingGuess(TextEncoding encoding, boolean certain, Phrase reason) {
    private static final int MOST_ZEROS = 2;
    private static final int FEW_ZEROS = 20;

    /** Judges by a byte order mark, or else by where zero bytes stand. */
    static EncodingGuess of(String file, byte[] head) throws MalformedException {
        if (begins(head, 0xFF, 0xFE, 0, 0) || begins(head, 0, 0, 0xFE, 0xFF)) {
            throw DataFault.UTF_32.at(file, 0);
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
        return new EncodingGuess(encoding, true, encoding.because(PlanReason.BYTE_ORDER_MARK));
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
        return new EncodingGuess(TextEncoding.UTF_8, false, TextEncoding.UTF_8.because(PlanReason.VALID_UTF_8));
    }

    private static EncodingGuess pattern(TextEncoding encoding) {
        return new EncodingGuess(encoding, true, encoding.because(PlanReason.ZEROS));
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
