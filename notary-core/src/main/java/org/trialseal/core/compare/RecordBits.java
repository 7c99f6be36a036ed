package org.trialseal.core.compare;

/** One bit for each record of a dataset of any size below 2^37. */
final class RecordBits {
    private final long[] words;

    RecordBits(long records) {
        words = new long[Math.toIntExact((records + 63) / 64)];
    }

    boolean get(long record) {
        return (words[(int) (record >>> 6)] & 1L << record) != 0;
    }

    void set(long record) {
        words[(int) (record >>> 6)] |= 1L << record;
    }
}
