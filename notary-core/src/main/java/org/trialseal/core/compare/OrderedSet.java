package org.trialseal.core.compare;

/**
 * Numbers from 0 to below a bound, with the next larger one and the number of smaller ones found quickly: one bit each, above
 * every 64 bits one that says whether any is set, and for every 512 bits a count in a binary indexed tree (Fenwick 1994).
 */
final class OrderedSet {
    /** Words of a block that is counted as a whole. */
    private static final int BLOCK_SHIFT = 3;

    private static final int COUNTED_SHIFT = 6 + BLOCK_SHIFT;

    private final long[][] levels;

    /** At {@code i}, from 1: how many numbers are in the last {@code lowestOneBit(i)} blocks before block {@code i}. */
    private final long[] counts;

    private long size;

    /** @param bound largest number plus one, below 2^37 */
    OrderedSet(long bound) {
        int count = 1;
        for (long words = words(bound); words > 1; words = words(words)) {
            count++;
        }
        levels = new long[count][];
        long bits = bound;
        for (int level = 0; level < count; level++) {
            levels[level] = new long[Math.toIntExact(Math.max(1, words(bits)))];
            bits = words(bits);
        }
        counts = new long[(levels[0].length >>> BLOCK_SHIFT) + 2];
    }

    private static long words(long bits) {
        return (bits + 63) >>> 6;
    }

    boolean contains(long number) {
        return (levels[0][(int) (number >>> 6)] & 1L << number) != 0;
    }

    /** Adds a number that is not in the set. */
    void add(long number) {
        setBits(number);
        count(number, 1);
        size++;
    }

    private void setBits(long number) {
        long at = number;
        for (long[] level : levels) {
            level[(int) (at >>> 6)] |= 1L << at;
            at >>>= 6;
        }
    }

    private void count(long number, long more) {
        for (int i = (int) (number >>> COUNTED_SHIFT) + 1; i < counts.length; i += Integer.lowestOneBit(i)) {
            counts[i] += more;
        }
    }

    /** Removes a number that is in the set. */
    void remove(long number) {
        clearBits(number);
        count(number, -1);
        size--;
    }

    /** Removes a number that is in the set, and adds one that is not. */
    void replace(long number, long other) {
        clearBits(number);
        setBits(other);
        if (number >>> COUNTED_SHIFT != other >>> COUNTED_SHIFT) {
            count(number, -1);
            count(other, 1);
        }
    }

    /** How many numbers of the set are below {@code number}. */
    long below(long number) {
        int word = (int) (number >>> 6);
        long below = Long.bitCount(levels[0][word] & (1L << number) - 1);
        int block = word >>> BLOCK_SHIFT;
        for (int i = block << BLOCK_SHIFT; i < word; i++) {
            below += Long.bitCount(levels[0][i]);
        }
        for (int i = block; i > 0; i -= Integer.lowestOneBit(i)) {
            below += counts[i];
        }
        return below;
    }

    private void clearBits(long number) {
        long at = number;
        for (long[] level : levels) {
            int word = (int) (at >>> 6);
            level[word] &= ~(1L << at);
            if (level[word] != 0) {
                break;
            }
            at >>>= 6;
        }
    }

    /** The smallest number of the set above {@code number}, or -1. */
    long above(long number) {
        long at = number + 1;
        for (int level = 0; level < levels.length; level++) {
            int word = (int) (at >>> 6);
            if (word >= levels[level].length) {
                return -1;
            }
            long rest = levels[level][word] & -1L << at;
            if (rest != 0) {
                return descend(level, ((long) word << 6) + Long.numberOfTrailingZeros(rest));
            }
            at = (long) word + 1;
        }
        return -1;
    }

    private long descend(int from, long number) {
        long at = number;
        for (int level = from - 1; level >= 0; level--) {
            at = (at << 6) + Long.numberOfTrailingZeros(levels[level][(int) at]);
        }
        return at;
    }

    long size() {
        return size;
    }
}
