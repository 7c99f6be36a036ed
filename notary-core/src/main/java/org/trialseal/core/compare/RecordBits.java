package org.trialseal.core.compare;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** One bit for each record of a dataset of any size below 2^37. May be set by several threads. */
final class RecordBits {
    private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

    private final long[] words;

    RecordBits(long records) {
        words = new long[Math.toIntExact((records + 63) / 64)];
    }

    boolean get(long record) {
        return (words[(int) (record >>> 6)] & 1L << record) != 0;
    }

    /** Whether all bits from {@code from} on and before {@code to} are set. */
    boolean isSet(long from, long to) {
        for (long record = from; record < to; ) {
            long last = Math.min(to, (record | 63) + 1);
            long mask = -1L << record & -1L >>> 64 - (last - ((last - 1) & ~63L));
            if ((words[(int) (record >>> 6)] & mask) != mask) {
                return false;
            }
            record = last;
        }
        return true;
    }

    void set(long record) {
        WORDS.getAndBitwiseOr(words, (int) (record >>> 6), 1L << record);
    }
}
