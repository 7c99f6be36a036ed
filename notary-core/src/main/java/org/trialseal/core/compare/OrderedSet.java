package org.trialseal.core.compare;

/**
 * Numbers from 0 to below a bound, with the next larger one found quickly: one bit each, and above every 64 bits one that
 * says whether any is set.
 */
final class OrderedSet {
    private final long[][] levels;
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
    }

    private static long words(long bits) {
        return (bits + 63) >>> 6;
    }

    boolean contains(long number) {
        return (levels[0][(int) (number >>> 6)] & 1L << number) != 0;
    }

    /** Adds a number that is not in the set. */
    void add(long number) {
        long at = number;
        for (long[] level : levels) {
            level[(int) (at >>> 6)] |= 1L << at;
            at >>>= 6;
        }
        size++;
    }

    /** Removes a number that is in the set. */
    void remove(long number) {
        long at = number;
        for (long[] level : levels) {
            int word = (int) (at >>> 6);
            level[word] &= ~(1L << at);
            if (level[word] != 0) {
                break;
            }
            at >>>= 6;
        }
        size--;
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
